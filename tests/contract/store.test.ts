import { openStore } from '../../src/lib/server/store/open-store';
import { storeContract } from './store';

storeContract('lowdb', (dir) => openStore({ dir }));
storeContract('lowdb, with a checkpoint after every few commits', (dir) =>
  openStore({ dir, checkpointAfter: 1000 }),
);
