/**
 * Scales in other languages, as survey tools and forms write them: five steps from best to worst, in small letters; those of
 * one step, with a `|` between them, mean the same.
 */
export const satisfied: string[][] = [
  [
    'sehr zufrieden',
    'zufrieden|eher zufrieden',
    'neutral|teils teils|teils/teils|weder noch|weder zufrieden noch unzufrieden',
    'unzufrieden|eher unzufrieden',
    'sehr unzufrieden',
  ],
  [
    'très satisfait|très satisfaite|très satisfait(e)',
    'satisfait|satisfaite|satisfait(e)|plutôt satisfait',
    'neutre|ni satisfait ni insatisfait|moyennement satisfait',
    'insatisfait|insatisfaite|insatisfait(e)|peu satisfait|plutôt insatisfait',
    'très insatisfait|très insatisfaite|pas du tout satisfait',
  ],
  [
    'muy satisfecho|muy satisfecha|muy satisfecho/a',
    'satisfecho|satisfecha|satisfecho/a',
    'neutral|ni satisfecho ni insatisfecho|ni satisfecho/a ni insatisfecho/a',
    'insatisfecho|insatisfecha|insatisfecho/a|poco satisfecho',
    'muy insatisfecho|muy insatisfecha|muy insatisfecho/a|nada satisfecho',
  ],
  [
    'molto soddisfatto|molto soddisfatta|molto soddisfatto/a',
    'soddisfatto|soddisfatta|soddisfatto/a',
    'neutrale|né soddisfatto né insoddisfatto',
    'insoddisfatto|insoddisfatta|insoddisfatto/a|poco soddisfatto',
    'molto insoddisfatto|molto insoddisfatta|per niente soddisfatto',
  ],
  [
    'muito satisfeito|muito satisfeita|muito satisfeito(a)',
    'satisfeito|satisfeita|satisfeito(a)',
    'neutro|nem satisfeito nem insatisfeito|indiferente',
    'insatisfeito|insatisfeita|insatisfeito(a)|pouco satisfeito',
    'muito insatisfeito|muito insatisfeita|nada satisfeito',
  ],
  [
    'zeer tevreden|heel tevreden',
    'tevreden',
    'neutraal|niet tevreden en niet ontevreden|noch tevreden, noch ontevreden',
    'ontevreden',
    'zeer ontevreden|heel ontevreden',
  ],
  [
    'راض جدا|راضٍ جدًا|راضي جدا|راض تماما',
    'راض|راضٍ|راضي',
    'محايد',
    'غير راض|غير راضٍ|غير راضي|مستاء',
    'غير راض جدا|غير راضٍ جدًا|غير راض على الإطلاق|مستاء جدا',
  ],
];

export const good: string[][] = [
  ['sehr gut', 'gut', 'mittel|mittelmäßig|durchschnittlich|okay|geht so', 'schlecht', 'sehr schlecht'],
  [
    'très bien|très bon|très bonne',
    'bien|bon|bonne',
    'moyen|moyenne|correct',
    'mauvais|mauvaise|mal',
    'très mauvais|très mauvaise|très mal',
  ],
  [
    'muy bien|muy bueno|muy buena',
    'bien|bueno|buena',
    'regular|normal',
    'mal|malo|mala',
    'muy mal|muy malo|muy mala',
  ],
  [
    'molto bene|molto buono|molto buona|ottimo|ottima',
    'bene|buono|buona',
    'sufficiente|discreto|nella media',
    'male|scarso|cattivo|cattiva',
    'molto male|pessimo|pessima|molto scarso',
  ],
  [
    'muito bom|muito boa|ótimo|ótima',
    'bom|boa',
    'regular|razoável',
    'ruim|mau|má',
    'muito ruim|muito mau|muito má|péssimo|péssima',
  ],
  ['zeer goed|heel goed', 'goed', 'neutraal|matig|redelijk', 'slecht', 'zeer slecht|heel slecht'],
  ['ممتاز|جيد جدا|جيد جدًا', 'جيد', 'متوسط|مقبول', 'سيئ|سيء', 'سيئ جدا|سيئ جدًا|سيء جدا'],
];

export const likely: string[][] = [
  [
    'sehr wahrscheinlich|äußerst wahrscheinlich',
    'wahrscheinlich|eher wahrscheinlich',
    'weder noch|unentschieden|neutral',
    'unwahrscheinlich|eher unwahrscheinlich',
    'sehr unwahrscheinlich|äußerst unwahrscheinlich',
  ],
  [
    'très probable|très probablement',
    'probable|probablement',
    'neutre|ni probable ni improbable',
    'peu probable|improbable',
    'très peu probable|très improbable|pas du tout probable',
  ],
  [
    'muy probable|extremadamente probable',
    'probable',
    'neutral|ni probable ni improbable',
    'poco probable|improbable',
    'muy poco probable|muy improbable|nada probable',
  ],
  [
    'molto probabile|estremamente probabile',
    'probabile',
    'né probabile né improbabile|neutrale',
    'poco probabile|improbabile',
    'molto improbabile|per niente probabile',
  ],
  [
    'muito provável|extremamente provável',
    'provável',
    'nem provável nem improvável|neutro',
    'pouco provável|improvável',
    'muito improvável|nada provável',
  ],
  [
    'zeer waarschijnlijk',
    'waarschijnlijk',
    'neutraal|niet waarschijnlijk en niet onwaarschijnlijk',
    'onwaarschijnlijk',
    'zeer onwaarschijnlijk',
  ],
  [
    'محتمل جدا|محتمل جدًا|مرجح جدا',
    'محتمل|مرجح',
    'محايد',
    'غير محتمل|غير مرجح',
    'غير محتمل جدا|غير محتمل على الإطلاق|غير مرجح جدا',
  ],
];

/** Answers that say that there is no score. */
export const nothing: string[] = [
  'weiß nicht',
  'weiss nicht',
  'keine angabe',
  'k. a.',
  'k.a.',
  'nicht zutreffend',
  'trifft nicht zu',
  'ne sait pas',
  'je ne sais pas',
  'nsp',
  'sans objet',
  'sans opinion',
  'non applicable',
  'no sé',
  'no sabe',
  'ns/nc',
  'no aplica',
  'no procede',
  'sin opinión',
  'non so',
  'non applicabile',
  'nessuna opinione',
  'não sei',
  'não se aplica',
  'sem opinião',
  'weet niet',
  'weet ik niet',
  'niet van toepassing',
  'n.v.t.',
  'nvt',
  'geen mening',
  'لا أعرف',
  'لا اعرف',
  'لا ينطبق',
  'بدون رأي',
];

/** Thumbs, and what stands for them. */
export const thumbs: Record<string, number> = {
  '👍': 1,
  '👎': 0,
  'thumbs up': 1,
  'thumbs down': 0,
  thumbs_up: 1,
  thumbs_down: 0,
  thumbsup: 1,
  thumbsdown: 0,
  '+1': 1,
};
