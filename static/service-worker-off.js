// Served in the place of /service-worker.js with OFFLINE_START=off: it removes what the worker kept, and then itself.
self.addEventListener('install', function (event) {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('activate', function (event) {
  event.waitUntil(
    caches.delete('huddleboard-kept').then(function () {
      return self.registration.unregister();
    }),
  );
});
