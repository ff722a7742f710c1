import type { ValueIcon } from '$lib/panels/shout-outs/value-icons';
import { m } from '$lib/paraglide/messages';

const words: Record<ValueIcon, () => string> = {
  umbrella: m.admin_icon_umbrella,
  clock: m.admin_icon_clock,
  utensils: m.admin_icon_utensils,
  heart: m.admin_icon_heart,
  'hand-heart': m.admin_icon_hand_heart,
  'hand-helping': m.admin_icon_hand_helping,
  sparkles: m.admin_icon_sparkles,
  'shield-check': m.admin_icon_shield_check,
  leaf: m.admin_icon_leaf,
  sprout: m.admin_icon_sprout,
  star: m.admin_icon_star,
  users: m.admin_icon_users,
  handshake: m.admin_icon_handshake,
  ear: m.admin_icon_ear,
  'brush-cleaning': m.admin_icon_brush_cleaning,
  'message-circle': m.admin_icon_message_circle,
  lightbulb: m.admin_icon_lightbulb,
  'thumbs-up': m.admin_icon_thumbs_up,
  coffee: m.admin_icon_coffee,
  compass: m.admin_icon_compass,
  scale: m.admin_icon_scale,
  eye: m.admin_icon_eye,
  wrench: m.admin_icon_wrench,
  truck: m.admin_icon_truck,
  'graduation-cap': m.admin_icon_graduation_cap,
  house: m.admin_icon_house,
  sun: m.admin_icon_sun,
  phone: m.admin_icon_phone,
  bed: m.admin_icon_bed,
  'key-round': m.admin_icon_key_round,
  rocket: m.admin_icon_rocket,
  music: m.admin_icon_music,
  footprints: m.admin_icon_footprints,
  trophy: m.admin_icon_trophy,
  smile: m.admin_icon_smile,
};

/** What an icon of a value shows, for those who do not see it. */
export const iconWords = (icon: string): string =>
  (Object.hasOwn(words, icon) ? words[icon as ValueIcon] : words.heart)();
