import Clock from '@lucide/svelte/icons/clock';
import Ear from '@lucide/svelte/icons/ear';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Heart from '@lucide/svelte/icons/heart';
import Leaf from '@lucide/svelte/icons/leaf';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Smile from '@lucide/svelte/icons/smile';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Star from '@lucide/svelte/icons/star';
import Target from '@lucide/svelte/icons/target';
import Umbrella from '@lucide/svelte/icons/umbrella';
import UsersRound from '@lucide/svelte/icons/users-round';
import Utensils from '@lucide/svelte/icons/utensils';

const icons = {
  clock: Clock,
  ear: Ear,
  'hand-heart': HandHeart,
  heart: Heart,
  leaf: Leaf,
  lightbulb: Lightbulb,
  'shield-check': ShieldCheck,
  smile: Smile,
  sparkles: Sparkles,
  star: Star,
  target: Target,
  umbrella: Umbrella,
  'users-round': UsersRound,
  utensils: Utensils,
};

/** The icon of a team's value; a star where its name is none of these. */
export const valueIcon = (name: string) =>
  Object.hasOwn(icons, name) ? icons[name as keyof typeof icons] : Star;
