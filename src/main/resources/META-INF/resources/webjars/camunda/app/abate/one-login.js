/*
 * Loaded by Tasklist, Cockpit, Admin and Welcome through their config.js.
 *
 * There is one login, on a page of ours. When an application of Camunda's shows its own login view, because the session
 * has ended or somebody has signed out, this asks the server for the application again: who is not signed in is sent to
 * the login page and comes back here afterwards.
 */

/* A busy server answers late, not never: without this the page stays dead when a part of it takes seven seconds. */
window.require?.config?.({ waitSeconds: 60 });

const base = document.querySelector('base');
const applications = base.getAttribute('app-root');
const application = `${applications}/app/${base.getAttribute('app-name')}/`;
const LAST_TIME = 'abate.sent-to-login';
const A_MOMENT = 5000;
let leaving = false;

function leaveForLogin() {
  if (leaving || !location.hash.startsWith('#/login')) {
    return;
  }
  leaving = true;
  const now = Date.now();
  const again = now - Number(sessionStorage.getItem(LAST_TIME) || 0) < A_MOMENT;
  sessionStorage.setItem(LAST_TIME, String(now));
  // Signed in, but not for this application: our first page says what there is
  location.replace(again ? applications.replace(/\/camunda$/, '/') : `${application}default/`);
}

for (const step of ['pushState', 'replaceState']) {
  const original = history[step];
  history[step] = function (...args) {
    const result = original.apply(this, args);
    leaveForLogin();
    return result;
  };
}
window.addEventListener('hashchange', leaveForLogin);
leaveForLogin();

/* A link in a form opens beside it, or what has been typed would be lost. */
document.addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest('a[href]');
  if (link && link.closest('form, .fjs-container') && /^https?:$/.test(link.protocol) && !link.href.includes('#/')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}, true);
