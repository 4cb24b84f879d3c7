import '../../abate/one-login.js';

/*
 * A day is a day. The forms read a day back from their own value as midnight in Greenwich, which is still the day
 * before in Missouri: a typed date was stored one day early.
 */
const parse = Date.parse;
Date.parse = text => parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text);

/*
 * The nearest deadline first, unless somebody has chosen otherwise. Tasklist sorts by what its address says, and by
 * creation where the address says nothing: not only as it is loaded, but whenever a link, the back button or a typed
 * address leads to the list within the same window. These ask here first, before Tasklist reads the address.
 */
const NEAREST_DEADLINE = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));

function nearestDeadlineFirst() {
  if (/^(#\/?(\?.*)?)?$/.test(location.hash) && !location.hash.includes('sorting=')) {
    const chosen = location.hash.split('?')[1];
    history.replaceState(history.state, '', `#/?${chosen ? `${chosen}&` : ''}sorting=${NEAREST_DEADLINE}`);
  }
}

window.addEventListener('popstate', nearestDeadlineFirst);
window.addEventListener('hashchange', nearestDeadlineFirst);
nearestDeadlineFirst();

export default {
  app: { name: 'Tasklist', vendor: 'Abate' },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
