/**
 * A node's data: Kit sends each value once and names it by its place.
 *
 * @param {any[]} values
 * @returns {any}
 */
function valueOf(values) {
  /** @param {number} place @returns {unknown} */
  const at = (place) => {
    const value = values[place];
    if (Array.isArray(value)) return typeof value[0] === 'string' ? value[1] : value.map(at);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, index]) => [name, at(index)]));
  };
  return at(0);
}

/**
 * A leader at work, for programs: signs in as on the page, reads pages' data and sends their forms.
 *
 * @param {{ origin: string, owner: { login: string, password: string } }} board
 */
export async function signIn({ origin, owner }) {
  const post = (
    /** @type {string} */ path,
    /** @type {Record<string, string> | FormData} */ fields,
    cookie = '',
  ) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    });
  const entry = await post('/admin/sign-in?/sign-in', owner);
  const [cookie] = (entry.headers.getSetCookie()[0] ?? '').split(';');
  const said = await entry.text();
  if (!cookie) throw new Error(`the leader could not sign in: ${said}`);

  return {
    /** What the browser would send back, for pages that are asked for in another way. */
    cookie,
    /**
     * Sends one form; throws with the server's answer where it is refused.
     *
     * @param {string} path
     * @param {string} action
     * @param {Record<string, string> | FormData} fields a form with a file as FormData
     */
    async send(path, action, fields) {
      const text = await (await post(`${path}?/${action}`, fields, cookie)).text();
      const { type, location = '' } = JSON.parse(text);
      if (type !== 'success' && (type !== 'redirect' || location.includes('/sign-in')))
        throw new Error(`${path}?/${action} was refused: ${text}`);
    },

    /**
     * What a page is drawn from: its own data and, under it, its layouts'.
     *
     * @param {string} path
     * @returns {Promise<any>}
     */
    async read(path) {
      const answer = await fetch(`${origin}${path}/__data.json`, { headers: { cookie } });
      const { nodes, type } = JSON.parse(await answer.text());
      if (type !== 'data') throw new Error(`${path} gave no data: ${answer.status} ${type}`);
      return Object.assign({}, ...nodes.map((/** @type {any} */ node) => valueOf(node?.data ?? [{}])));
    },
  };
}
