import { expect, it } from 'vitest';
import { bodyLimit, pictureLimit } from './body';

const pages = import.meta.glob<string>('../../../routes/**/+page.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const withPicture = Object.entries(pages)
  .filter(([, text]) => text.includes('<PictureField'))
  .map(([path]) =>
    path
      .replace(/^.*\/routes/, '')
      .replace(/\/\+page\.svelte$/, '')
      .replace(/\[\w+\]/g, 'x1'),
  );

it('lets every form with a picture bring a whole one, and no other form', () => {
  expect(withPicture).toContain('/admin/x1/pictures');
  for (const path of withPicture) expect(bodyLimit(path), path).toBeGreaterThan(pictureLimit);
  expect(bodyLimit('/admin/x1/settings')).toBeLessThan(pictureLimit);
  expect(bodyLimit('/team/x1')).toBeLessThan(pictureLimit);
});
