import { formatNamed } from './formats';
import type { Role } from './formats/format';
import { readDate } from './dates';
import { lookAtScores, type ScoreLook } from './scale';
import { takeTurns } from '../slices';
import type { Column, Table } from './table';

/** What a column holds, as far as its header and a sample of its cells tell. */
export interface ColumnLook extends Column {
  index: number;
  /** Known from the tool's format or from a header that leaves no doubt. */
  role: Role | undefined;
  filled: number;
  /** Number of different cells among those filled. */
  different: number;
  counts: ReadonlyMap<string, number>;
  /** Share of filled cells that are dates. */
  dates: number;
  scores: ScoreLook;
  /** Reads like sentences rather than like choices from a list. */
  textual: boolean;
  examples: string[];
}

const sampled = 4_000;

const privately =
  /e-?mail|\bphone\b|\bmobile\b|\btel(ephone)?\b|\bip[ _-]?(address)?$|^ip\b|latitude|longitude|\blat\b|\bl(on|ng)\b|\b(first|last|given|family|sur|full|user|nick|customer|consumer|respondent|recipient|contact|reviewer|author|patient|guest|client|person|employee|staff|agent|display)[ _-]?name\b|^name$|^your name|\b(post|zip)[ _-]?code\b|\baddress\b|date of birth|\bdob\b|birthday|\bgender\b|\bsex\b|^age\b|\bage (group|range)|income|ethnic|social security|passport|vorname|nachname|telefo|teléfono|téléphone|telemóvel|cellulare|móvil|handynummer|correo|courriel|nombre|apellido|prénom|\bnom\b|\bnome\b|cognome|sobrenome|\bnaam\b|achternaam|anschrift|\badresse\b|dirección|indirizzo|morada|endereço|adres\b|geburtsdatum|code postal|código postal|codice postale|postleitzahl|\bplz\b|الرمز البريدي|fecha de nacimiento|date de naissance|الاسم|البريد|الهاتف|الجوال|العنوان/i;
/** Who served, by name: staff are never scored. */
const staffName =
  /^(employee|staff|agent|assignee|team[ _-]?leader|cashier|waiter|waitress|clerk|advis[eo]r|handler)([ _-]?member)?([ _-]?(first|last|full|display|custom))?([ _-]?(name|id|email))?$|^(served|handled|assisted|helped)[ _-]?by$|^mitarbeiter(in|name)?$|^empleado$|^vendeur$/i;
/** The id or name of a person, in a nested object. */
const personsOwn =
  /\b(person|contact|customer|consumer|user|respondent|reviewer|author|guest|client|patient|requester|assignee|agent|employee)s?\.(id|uuid|name|key|username|handle|photo\w*|avatar\w*|profile\w*)$/i;
const machineMade =
  /sentiment|polarity|\bconfidence\b|[ _-]len(gth)?$|word[ _-]?count|[ _-]labels?$|(^|[ _-])(topics?|themes?|tags?|category|categories)$|nps[ _-]?(group|category|segment)|^(user[ _-]?agent|browser|os|operating system|device|duration|language|country|url|referrer|progress|status|finished|completed)\b|repl(y|ies)\b|response from/i;
const idLike =
  /^((survey[ _-]?)?(response|respondent|answer|review|submission|feedback|rating|entry|form|record)[ _-]?)?(id|uuid|guid|token|key)$/i;
const answersId = /^(survey )?(response|respondent|submission|answer|review|entry)[ _-]?(id|uuid|guid)$/i;
const runningNumber = /^(#|no\.?|nr\.?|number|row|index|)$/i;
const emailLike = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const ipLike = /^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$/i;

/** The separators of machine-made headers read as blanks, camel case as words. */
const spoken = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .trim();

/** The last part of a dotted name, as nested objects have them. */
const leafOf = (name: string) => (/\s/.test(name) ? name : (/[^.]+$/.exec(name)?.[0] ?? name));

/** Whether a column names those who serve. */
export const namesStaff = ({ name }: Pick<Column, 'name'>): boolean =>
  staffName.test(spoken(name)) || /\b(assignee|agent|employee|staff)s?\.(id|name|email)$/i.test(name);

/** Names that a header alone decides; decides also what an answer without an id is known by, so it never looks at cells. */
export function roleByHeader(column: Column, format: string, columns: readonly Column[]): Role | undefined {
  const tool = formatNamed(format);
  const written = column.name.toLowerCase();
  const known = tool.roles?.[written] ?? column.hint?.role;
  if (known) return known;
  for (const [beginning, role] of Object.entries(tool.beginnings ?? {}))
    if (written.startsWith(beginning)) return role;
  if (namesStaff(column)) return 'private';
  const leaf = leafOf(column.name);
  // The name of a place in a nested object is no person's.
  const bare = leaf !== column.name && /^name$/i.test(leaf);
  if (personsOwn.test(column.name) || (!bare && privately.test(spoken(leaf)))) return 'private';
  if (privately.test(spoken(column.name)) || /e-?mail address|phone number|your name/i.test(column.label))
    return 'private';
  if (machineMade.test(spoken(column.name)) || machineMade.test(column.name)) return 'machine';
  // "rating_score" beside "rating", "Q2 - Topics" beside "Q2".
  const derived = columns.some(
    (base) =>
      base !== column &&
      base.name.length > 1 &&
      [`${base.name}_score`, `${base.name}_value`, `${base.name}_group`, `${base.name} - Topics`].includes(
        column.name,
      ),
  );
  return derived ? 'machine' : undefined;
}

/** Looks at every column of a table, in slices; the personal ones in `keep` are columns like others. */
export async function lookAtColumns(table: Table, keep: readonly string[] = []): Promise<ColumnLook[]> {
  const turn = takeTurns();
  const step = Math.max(1, Math.ceil(table.rows.length / sampled));
  const rows: string[][] = [];
  for (let i = 0; i < table.rows.length; i += step) {
    rows.push(table.rows[i]?.cells ?? []);
    await turn();
  }
  const looks: ColumnLook[] = [];
  for (const [index, column] of table.columns.entries()) {
    const counts = new Map<string, number>();
    let [filled, letters, spaces, emails] = [0, 0, 0, 0];
    for (const cells of rows) {
      const wait = turn();
      if (wait) await wait;
      const cell = cells[index]?.trim() ?? '';
      if (cell === '') continue;
      filled++;
      letters += cell.length;
      if (/\s/.test(cell)) spaces++;
      if (emailLike.test(cell) || ipLike.test(cell)) emails++;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    await turn();
    const tried = [...counts.keys()].slice(0, 200);
    // Ten digits under any other header are somebody's number, not a moment.
    const named = dateName.test(spoken(column.name)) || dateName.test(column.label);
    const isDate = (cell: string) => readDate(cell) !== undefined && (named || !/^\d+$/.test(cell));
    const dates = tried.length === 0 ? 0 : tried.filter(isDate).length / tried.length;
    let role = roleByHeader(column, table.format, table.columns);
    if (!role && filled > 0 && emails > filled / 2) role = 'private';
    if (role === 'private' && keep.includes(column.name)) role = undefined;
    // One column a choice: what is ticked is its own header again.
    if (
      !role &&
      counts.size === 1 &&
      (counts.has(column.name) || counts.has(column.name.replace(/ \(\d+\)$/, '')))
    )
      role = 'machine';
    const scores = lookAtScores(counts);
    const different = counts.size;
    const worded = filled > 0 && letters / filled >= 4 && spaces >= filled * 0.3;
    looks.push({
      ...column,
      index,
      role,
      filled,
      different,
      counts,
      dates,
      scores,
      textual:
        worded &&
        dates < 0.5 &&
        scores.kind !== 'figures' &&
        scores.known.length === 0 &&
        different >= filled * 0.4,
      examples: tried.slice(0, 3).map((cell) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell)),
    });
    await turn();
  }
  return looks;
}

/** Whether a column's cells can stand for the answers: each filled, none twice. */
export function isIdentity(look: ColumnLook, rows: number): boolean {
  if (look.role === 'id') return true;
  if (look.role || look.filled === 0) return false;
  // Several rows of one answer: its id comes again.
  const again = answersId.test(spoken(leafOf(look.name))) && look.different >= look.filled * 0.25;
  if (look.different !== look.filled && !again) return false;
  const all = look.filled >= Math.min(rows, sampled / 2);
  const name = spoken(leafOf(look.name)).replace(/ /g, '');
  if (!all || runningNumber.test(look.name)) return false;
  return idLike.test(name) || idLike.test(leafOf(look.name));
}

const scoreName =
  /\bnps\b|net promoter|\bcsat\b|\bces\b|\bscores?\b|\brat(e|ing|ings)\b|\bstars?\b|satisf|\brecommend|how likely|\blikel|happy|happiness|\bsmiley|overall|experience|how was|bewertung|zufrieden|empfehl|puntuaci|valoraci|satisfec|\bnote\b|grade|einfach|how easy|effort|soddisf|valutazion|punteggio|satisfaç|avaliaç|pontuaç|nota\b|tevreden|beoordeling|waardering|cijfer|recomend|recommand|consigl|aanbevel|تقييم|رضا|توصي/i;
const commentName =
  /comment|feedback|free[ -]?text|verbatim|\btext\b|\breason\b|\bwhy\b|\bwhat\b|how (could|can|might)|improve|better|suggest|tell us|anything|\breview\b|remark|\btitle\b|in your own words|kommentar|warum|grund|coment|comment|remarque|\bwords\b|praise|complain|\bsaid\b|well\?|other \(please|perché|perchè|warum|pourquoi|por ?qu[eéê]|waarom|opmerking|toelichting|\bmots?\b|\bavis\b|dites|racont|précis|observ|opini[oó]n|cuént|dinos|palabr|anmerk|hinweis|wünsch|\blob\b|kritik|\bwort|sagen|messag|mensag|raccont|\bparol|opinião|vertel|\bwoord|ملاحظ|رأي|كلمة|sugger|verbesser|mejorar|améliorer|migliorar|melhorar|verbeter|تعليق|لماذا|اقتراح/i;

/** Whether a header reads like that of a score. */
export const soundsLikeScore = (look: ColumnLook): boolean =>
  scoreName.test(spoken(look.name)) || scoreName.test(look.label);

/** Whether a header says that this is the score, so that even words nobody knows are worth a question. */
export const isNamedScore = (look: ColumnLook): boolean =>
  look.different >= 2 &&
  look.different <= 11 &&
  /^(the )?((customer|overall) )?(scores?|rating|nps|csat|ces|satisfaction|smiley|stars)$|how satisfied|how would you rate|how likely/i.test(
    `${spoken(leafOf(look.name))} ${look.label}`.trim(),
  );

/** Whether a header says that these are comments, however short they are. */
export const isNamedComment = (look: ColumnLook): boolean =>
  /^((your|customer|guest|patient|further|other|additional|any) )*(comments?|feedback|verbatim|free[ -]?text|remarks?|suggestions?|review text|kommentare?|comentarios?|commentaires?|commenti?o?|comentários?|opmerking(en)?|toelichting|تعليق|تعليقات)$/i.test(
    spoken(leafOf(look.name)),
  );

/** Whether a header reads like that of a comment. */
export const soundsLikeComment = (look: ColumnLook): boolean =>
  commentName.test(spoken(look.name)) || commentName.test(look.label);

const teamName =
  /^(team|surgery|practice|store|shop|branch|location|site|restaurant|hotel|department|unit|ward|clinic|office|region|group|filiale|standort|tienda|sucursal)([ _-]?(name|id))?$/i;

/** Whether a column may name the teams: a few names that come again and again. */
export const soundsLikeTeam = (look: ColumnLook): boolean =>
  look.role === 'team' ||
  (!look.role &&
    teamName.test(spoken(leafOf(look.name))) &&
    look.different <= 200 &&
    look.scores.kind !== 'figures');

const touchpointName = /^(touch[ -]?point|channel|point of contact|kontaktpunkt)$/i;
export const soundsLikeTouchpoint = (look: ColumnLook): boolean =>
  look.role === 'touchpoint' ||
  (!look.role && touchpointName.test(spoken(leafOf(look.name))) && look.different <= 100);

const dateName =
  /\bdate\b|date$|\bepoch\b|time|submitted|created|recorded|completed|responded|answered|received|when|datum|zeit|fecha|horodat|cronolog|carimbo|tijdstempel|\bdata\b|تاريخ|زمني|^at$|^ts$|^day$/i;
const clockName = /^(last[ _-]?)?(updated?|modified|changed|revised|edited)([ _-]?(at|on|time|date))?$/i;
/** Whether a column says when its row was last changed. */
export const soundsLikeClock = (look: ColumnLook): boolean =>
  look.dates >= 0.9 && look.filled > 0 && clockName.test(spoken(leafOf(look.name)));

export const soundsLikeDate = (look: ColumnLook): boolean =>
  dateName.test(spoken(look.name)) || dateName.test(look.label);
