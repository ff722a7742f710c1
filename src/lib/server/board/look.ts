import { accentOf, brandOf, type Brand, type FieldAccent, type Logo } from '../../domain/brand';
import type { Team } from '../../domain/records';
import type { Layout } from '../../protocol/events';
import type { Store } from '../store/store';

/** What a team's walls carry of its own: a colour and a logo. */
export interface Look {
  accent: FieldAccent | null;
  logo: Logo | null;
}

/** Looks up how a team's walls look; a colour once judged is remembered. */
export class Looks {
  #brands = new Map<string, Brand>();

  constructor(readonly store: Store) {}

  /** The look of a team in a theme. A logo whose picture is gone is none. */
  async of(team: Team, theme: Layout['theme']): Promise<Look> {
    const picture = team.logo ? await this.store.get('picture', team.logo) : undefined;
    return {
      accent: team.accent
        ? accentOf(this.#brand(team.accent.colour, team.accent.replaces), team.accent.replaces, theme)
        : null,
      logo: picture
        ? {
            src: `/media/${encodeURIComponent(picture.id)}`,
            alt: team.name,
            width: picture.width,
            height: picture.height,
            tone: picture.tone,
          }
        : null,
    };
  }

  #brand(colour: string, replaces: FieldAccent['replaces']): Brand {
    const key = `${colour} ${replaces}`;
    let brand = this.#brands.get(key);
    if (!brand) {
      if (this.#brands.size > 500) this.#brands.clear();
      brand = brandOf(colour, replaces);
      this.#brands.set(key, brand);
    }
    return brand;
  }
}
