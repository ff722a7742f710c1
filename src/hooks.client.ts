import { baseLocale, overwriteGetLocale, toLocale } from '$lib/paraglide/runtime';

// The server has said which language its page is in: the browser goes on in that one.
const locale = toLocale(document.documentElement.lang) ?? baseLocale;
overwriteGetLocale(() => locale);
