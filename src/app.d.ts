import type { House } from '$lib/server/house';
import type { Leader } from '$lib/server/auth/auth';

declare global {
  namespace App {
    interface Error {
      message: string;
      code?: string;
    }
    interface Locals {
      house: House;
      leader: Leader | undefined;
      language: string;
    }
  }
}

export {};
