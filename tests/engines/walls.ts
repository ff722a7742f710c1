import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../scripts/leader.js';
import { quickProfiles } from '../support/quick-profiles';
import { seed, Server } from '../support/server';

/** A server with the sample team, on a wall whose scenes change soon; `close` ends it. */
export interface Walls {
  origin: string;
  /** Of the break-room wall. */
  url: string;
  token: string;
  /** A leader thanks somebody. */
  thank: (to: string, behaviour: string) => Promise<void>;
  /** A customer answers, by the API. */
  answer: (value: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function openWalls(): Promise<Walls> {
  const folder = mkdtempSync(join(tmpdir(), 'huddleboard-engines-'));
  const env = { PROFILES_DIR: quickProfiles(join(folder, 'profiles')) };
  const { team, owner, apiKey, displays } = await seed(join(folder, 'data'), env);
  const server = await new Server(join(folder, 'data'), env).start();
  const { origin } = server;
  const leader = await signIn({ origin, owner });
  const [display] = displays;
  if (!display) throw new Error('the sample team has no wall: are the quick profiles still valid?');
  return {
    origin,
    url: `${origin}/display/${display.id}`,
    token: display.token,
    thank: (to, behaviour) =>
      leader.send(`/admin/${team}/shout-outs`, 'add', { to, from: 'Dana', behaviour }),
    answer: async (value) => {
      const taken = await fetch(`${origin}/api/v1/teams/${team}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ metric: 'nps', value }),
      });
      if (taken.status !== 201) throw new Error(`${taken.status} ${await taken.text()}`);
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The scene that hangs, as it stands in the page. */
export interface Scene {
  slot: string;
  words: string;
  /** Every piece of text: its words, and its box in pixels from the stage's corner. */
  texts: { words: string; left: number; top: number; width: number; height: number; lines: number }[];
}

/** In the page: the scene that hangs. ES5, as it also runs in the oldest of engines. */
export const sceneNow = `(function () {
  var scenes = document.querySelectorAll('[data-slot]');
  var scene = scenes[scenes.length - 1];
  if (!scene) return null;
  var stage = document.querySelector('.drift').getBoundingClientRect();
  var texts = [];
  var walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
  for (var node = walker.nextNode(); node; node = walker.nextNode()) {
    var words = node.data.replace(/\\s+/g, ' ').trim();
    var range = document.createRange();
    range.selectNodeContents(node);
    var box = range.getBoundingClientRect();
    if (words && box.width > 1 && box.height > 1 && getComputedStyle(node.parentElement).opacity !== '0')
      texts.push({ words: words, left: box.left - stage.left, top: box.top - stage.top, width: box.width, height: box.height, lines: range.getClientRects().length });
  }
  return {
    slot: scene.getAttribute('data-slot'),
    words: texts.map(function (text) { return text.words; }).join(' '),
    texts: texts,
  };
})()`;

/** In the page: what a person would see as a scrollbar, or as a page that can be moved. */
export const scrolls = `(function () {
  var page = document.documentElement;
  window.scrollTo(50, 50);
  return page.clientWidth !== innerWidth || page.clientHeight !== innerHeight || scrollX !== 0 || scrollY !== 0;
})()`;
