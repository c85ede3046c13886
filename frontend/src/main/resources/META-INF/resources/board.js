// The planning board: goals as rows, time as columns, activities as bars; or the same as a list. Drawn here from what the
// server sends, so that hundreds of bars cost the server nothing; every change is asked of the server, which answers with
// the activity as it stands.
const DAY = 86400000;
const parse = text => Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10));
const write = time => new Date(time).toISOString().slice(0, 10);

/** The day some months later; the last day of a month stays the last day of its month. */
const addMonths = (time, months) => {
  const date = new Date(time);
  const lastDay = new Date(time + DAY).getUTCDate() === 1;
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + ((lastDay ? days : Math.min(date.getUTCDate(), days)) - 1) * DAY;
};

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const sign = text => {
  const span = make('span', '', text);
  span.setAttribute('aria-hidden', 'true');
  return span;
};

class StegenBoard extends HTMLElement {
  /** Draws a whole plan. */
  show(data) {
    this.data = data;
    this.items = new Map(data.items.map(item => [item.id, item]));
    this.start = parse(data.from);
    this.end = parse(data.to) + DAY;
    this.asked = new Map();
    // A phone has no room for a board: there it is the list until somebody chooses otherwise.
    if (!this.shown && data.form === 'board' && matchMedia('(max-width: 699px)').matches) {
      data.form = 'list';
      this.$server.narrow();
    }
    this.shown = true;
    this.render();
  }

  /** One activity as it stands now; goals whose standing changed. */
  put(item, goals) {
    const next = this.asked.get(item.id);
    const before = this.items.get(item.id);
    this.asked.delete(item.id);
    this.items.set(item.id, item);
    this.standings(goals);
    const rows = of => (of?.goals.length ? of.goals : ['']);
    this.renderRows([...rows(before), ...rows(item), ...(goals ?? []).map(goal => goal.code)]);
    if (next && (next.from !== item.from || next.to !== item.to)) this.ask(item, next);
  }

  /** Other days for an activity: shown at once; while an answer is awaited only the last wish is kept. */
  ask(item, days) {
    this.items.set(item.id, { ...item, from: days.from, to: days.to });
    if (this.asked.has(item.id)) {
      this.asked.set(item.id, days);
    } else {
      this.asked.set(item.id, null);
      this.$server.move(item.id, item.version, days.from, days.to);
    }
    this.renderRows(item.goals.length ? item.goals : ['']);
  }

  /** An activity is gone. */
  drop(id, goals) {
    const bars = [...this.querySelectorAll('[data-item]')];
    const index = bars.findIndex(bar => bar.dataset.item === id);
    this.items.delete(id);
    this.standings(goals);
    this.render();
    // The focus goes to what stands in its place, once the dialog has given it back to what is gone.
    setTimeout(() => {
      const left = [...this.querySelectorAll('[data-item]')];
      const next = left[Math.min(Math.max(index, 0), left.length - 1)];
      if (next) this.rove(next, true);
      else this.querySelector('.board-scroll')?.focus();
    }, 300);
  }

  /** Board or list. */
  as(form) {
    this.data.form = form;
    this.render();
  }

  /** Moves the focus to an activity. */
  focusItem(id) {
    const bar = this.querySelector(`[data-item="${id}"]`);
    if (bar) this.rove(bar, true);
  }

  standings(goals) {
    const changed = new Map((goals ?? []).map(goal => [goal.code, goal]));
    this.data.goals = this.data.goals.map(goal => changed.get(goal.code) ?? goal);
  }

  render() {
    // Not under a drag: the lane that it measures by would be gone.
    this.dirty = this.dragging;
    if (this.dragging) return;
    this.keepingFocus(() => {
      const left = this.querySelector('.board-scroll')?.scrollLeft ?? 0;
      this.replaceChildren(this.data.form === 'list' ? this.list() : this.board());
      const scroll = this.querySelector('.board-scroll');
      if (scroll) scroll.scrollLeft = left;
    });
  }

  /** Draws only the rows of these goals anew: of hundreds of bars a change moves a few. */
  renderRows(codes) {
    if (this.dragging || this.data.form === 'list' || codes.includes('')) {
      this.render();
      return;
    }
    this.keepingFocus(() => {
      for (const code of new Set(codes)) {
        const goal = this.data.goals.find(one => one.code === code);
        const items = [...this.items.values()].filter(item => item.goals.includes(code));
        this.querySelector(`.board-row[data-row="${code}"]`)?.replaceWith(this.row(goal, items));
      }
      if (!this.querySelector('.plan-bar[tabindex="0"]')) {
        const first = this.querySelector('.plan-bar');
        if (first) first.tabIndex = 0;
      }
    });
  }

  keepingFocus(draw) {
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset : null;
    const wanted = focused?.item ? { item: focused.item, goal: focused.goal } : null;
    draw();
    if (wanted) {
      const same = this.querySelector(`[data-item="${wanted.item}"][data-goal="${wanted.goal}"]`)
        ?? this.querySelector(`[data-item="${wanted.item}"]`);
      if (same && same !== document.activeElement) this.rove(same, true);
    }
  }

  // ---- the board

  board() {
    const { data } = this;
    const scroll = make('div', 'board-scroll');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', data.texts.board);
    const board = make('div', 'board');
    board.style.setProperty('--terms', this.terms().length);
    scroll.append(board);
    board.append(this.head());
    const loose = [...this.items.values()].filter(item => !item.goals.length);
    if (loose.length) board.append(this.row({ code: '', title: data.texts.noGoal }, loose));
    const byGoal = new Map();
    for (const item of this.items.values()) {
      for (const code of item.goals) {
        if (!byGoal.has(code)) byGoal.set(code, []);
        byGoal.get(code).push(item);
      }
    }
    let group = null;
    for (const goal of data.goals) {
      if (goal.group !== group) {
        group = goal.group;
        board.append(make('div', 'board-group', goal.groupName));
      }
      board.append(this.row(goal, byGoal.get(goal.code) ?? []));
    }
    const first = board.querySelector('.plan-bar');
    if (first) first.tabIndex = 0;
    board.addEventListener('keydown', event => this.key(event));
    return scroll;
  }

  /** Terms: VT is January to June, HT July to December. */
  terms() {
    const terms = [];
    const date = new Date(this.start);
    let at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < 6 ? 0 : 6, 1);
    while (at < this.end) {
      const next = addMonths(at, 6);
      const when = new Date(at);
      const name = (when.getUTCMonth() < 6 ? this.data.texts.spring : this.data.texts.autumn)
        + String(when.getUTCFullYear()).slice(2);
      terms.push({ name, from: Math.max(at, this.start), to: Math.min(next, this.end) });
      at = next;
    }
    return terms;
  }

  head() {
    const head = make('div', 'board-row board-head');
    head.append(make('div', 'board-goal', this.data.texts.goal));
    const lane = make('div', 'board-lane');
    const today = parse(this.data.today);
    for (const term of this.terms()) {
      // A term that is cut off by the programme's end has no room for its name.
      const wide = (term.to - term.from) / DAY > 60;
      const cell = make('span', 'board-term', wide ? term.name : '');
      this.place(cell, term.from, term.to);
      if (today >= term.from && today < term.to) {
        cell.classList.add('now');
        if (wide) cell.append(make('small', '', this.data.texts.now));
      }
      lane.append(cell);
    }
    head.append(lane, make('div', 'board-state', this.data.texts.state));
    return head;
  }

  row(goal, items) {
    const row = make('div', 'board-row');
    row.dataset.row = goal.code;
    const name = make('div', 'board-goal');
    if (goal.code) {
      const link = make('a', '', goal.code);
      link.href = goal.path;
      link.setAttribute('router-link', '');
      link.tabIndex = -1;
      name.append(link, make('span', '', ' ' + goal.title));
      if (this.data.mayEdit) {
        const add = make('button', 'board-add', '+');
        add.type = 'button';
        add.tabIndex = -1;
        add.title = this.data.texts.addFor.replace('{0}', goal.code);
        add.setAttribute('aria-label', add.title);
        add.addEventListener('click', () => this.$server.create(goal.code, null, null));
        name.append(add);
      }
    } else {
      name.append(make('span', '', goal.title));
    }
    const lane = make('div', 'board-lane');
    for (const term of this.terms().slice(1)) {
      const line = make('i', 'board-line');
      line.style.left = this.percent(term.from);
      lane.append(line);
    }
    const now = parse(this.data.today);
    if (now >= this.start && now < this.end) {
      const line = make('i', 'board-now');
      line.style.left = this.percent(now);
      lane.append(line);
    }
    const levels = [];
    for (const item of [...items].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))) {
      let level = levels.findIndex(end => end < item.from);
      if (level < 0) level = levels.push('') - 1;
      levels[level] = item.to;
      lane.append(this.bar(item, goal, level));
    }
    lane.style.setProperty('--levels', Math.max(1, levels.length));
    if (this.data.mayEdit && goal.code) lane.addEventListener('pointerdown', event => this.draw(event, lane, goal));
    const state = make('div', 'board-state');
    if (goal.word) state.append(this.tag(goal));
    row.append(name, lane, state);
    return row;
  }

  tag(goal) {
    const tag = make('span', 'tag wrap ' + goal.look);
    tag.append(sign(goal.sign), make('span', '', goal.word));
    return tag;
  }

  bar(item, goal, level) {
    const bar = make('button', 'plan-bar ' + (goal.done ? 'good' : item.look));
    bar.type = 'button';
    bar.tabIndex = -1;
    bar.dataset.item = item.id;
    bar.dataset.goal = goal.code;
    bar.title = item.label;
    bar.setAttribute('aria-label', item.label);
    bar.style.setProperty('--level', level);
    this.place(bar, parse(item.from), parse(item.to) + DAY);
    bar.append(make('span', '', item.title));
    bar.addEventListener('click', () => {
      if (!this.dragged) this.$server.edit(item.id);
      this.dragged = false;
    });
    if (this.data.mayEdit && !item.fixed) {
      bar.append(make('i', 'grip start'), make('i', 'grip end'));
      bar.addEventListener('pointerdown', event => this.drag(event, bar, item));
    }
    return bar;
  }

  percent(time) {
    return ((time - this.start) / (this.end - this.start)) * 100 + '%';
  }

  place(element, from, to) {
    element.style.left = this.percent(from);
    element.style.width = `calc(${this.percent(this.start + to - from)} - 2px)`;
  }

  /** Whole months that a distance on the lane is. */
  months(lane, pixels) {
    return Math.round((pixels / lane.clientWidth) * ((this.end - this.start) / (DAY * 30.44)));
  }

  /** Dragging a bar moves it, its ends stretch it, another row links it to that goal, too. */
  drag(event, bar, item) {
    if (event.button !== 0) return;
    event.stopPropagation();
    const lane = bar.parentElement;
    const grip = event.target.classList.contains('end') ? 'end' : event.target.classList.contains('start') ? 'start' : '';
    let moved = { from: item.from, to: item.to };
    this.dragging = true;
    let over = null;
    const move = now => {
      if (Math.abs(now.clientX - event.clientX) + Math.abs(now.clientY - event.clientY) < 5) return;
      this.dragged = true;
      bar.classList.add('dragging');
      moved = this.shifted(item, grip, this.months(lane, now.clientX - event.clientX));
      this.place(bar, parse(moved.from), parse(moved.to) + DAY);
      const row = grip ? null : document.elementsFromPoint(now.clientX, now.clientY)
        .map(element => element.closest?.('.board-row[data-row]')).find(Boolean);
      this.querySelectorAll('.board-row.over').forEach(old => old.classList.remove('over'));
      over = row && row !== bar.closest('.board-row') && row.dataset.row && !item.goals.includes(row.dataset.row) ? row : null;
      over?.classList.add('over');
    };
    const stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', cancel);
      this.querySelectorAll('.board-row.over').forEach(old => old.classList.remove('over'));
      this.rest();
      setTimeout(() => (this.dragged = false), 0);
    };
    const cancel = () => {
      stop();
      this.render();
    };
    const up = () => {
      stop();
      bar.classList.remove('dragging');
      if (over) {
        this.render();
        this.$server.link(item.id, item.version, over.dataset.row);
      } else if (moved.from !== item.from || moved.to !== item.to) {
        this.ask(this.items.get(item.id) ?? item, moved);
      }
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
  }

  /** The drag is over: what came meanwhile is drawn. */
  rest() {
    this.dragging = false;
    if (this.dirty) this.render();
  }

  /** An activity's days some months on, kept inside the programme. */
  shifted(item, grip, months) {
    const from = parse(item.from);
    const to = parse(item.to);
    const last = this.end - DAY;
    if (grip === 'start') {
      const first = Math.max(this.start, addMonths(from, months));
      return { from: write(Math.min(first, to)), to: item.to };
    }
    if (grip === 'end') {
      const end = Math.min(last, addMonths(to, months));
      return { from: item.from, to: write(Math.max(end, from)) };
    }
    let shift = months;
    while (shift < 0 && addMonths(from, shift) < this.start) shift++;
    while (shift > 0 && addMonths(to, shift) > last) shift--;
    return { from: write(addMonths(from, shift)), to: write(addMonths(to, shift)) };
  }

  /** Drawing on an empty place plans something new for that goal. */
  draw(event, lane, goal) {
    if (event.button !== 0 || event.target.closest('.plan-bar')) return;
    event.preventDefault();
    const box = lane.getBoundingClientRect();
    const at = x => this.start + ((x - box.left) / box.width) * (this.end - this.start);
    const ghost = make('div', 'plan-bar ghost');
    let days = null;
    this.dragging = true;
    const move = now => {
      if (Math.abs(now.clientX - event.clientX) < 5) return;
      const [a, b] = [at(event.clientX), at(now.clientX)].sort((x, y) => x - y);
      const first = new Date(a);
      const final = new Date(b);
      const from = Math.max(this.start, Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1));
      const to = Math.min(this.end, Date.UTC(final.getUTCFullYear(), final.getUTCMonth() + 1, 1));
      days = { from: write(from), to: write(to - DAY) };
      this.place(ghost, from, to);
      if (!ghost.isConnected) lane.append(ghost);
    };
    const stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', stop);
      ghost.remove();
      this.rest();
    };
    const up = () => {
      stop();
      if (days) this.$server.create(goal.code, days.from, days.to);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', stop);
  }

  /** Arrows go from bar to bar; with Shift they move it by a month, with Alt they stretch its end. */
  key(event) {
    const bar = event.target.closest('.plan-bar');
    const way = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!bar || !way) return;
    event.preventDefault();
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const item = this.items.get(bar.dataset.item);
    if (sideways && (event.shiftKey || event.altKey)) {
      if (!this.data.mayEdit || item.fixed) return;
      const days = this.shifted(item, event.altKey ? 'end' : '', way);
      if (days.from !== item.from || days.to !== item.to) this.ask(item, days);
      return;
    }
    const bars = [...this.querySelectorAll('.plan-bar')];
    const index = bars.indexOf(bar);
    const next = sideways
      ? bars[index + way]
      : (way > 0 ? bars.slice(index + 1) : bars.slice(0, index).reverse()).find(other => other.dataset.goal !== bar.dataset.goal);
    if (next) this.rove(next, true);
  }

  rove(bar, focus) {
    this.querySelectorAll('.plan-bar[tabindex="0"]').forEach(other => (other.tabIndex = -1));
    bar.tabIndex = 0;
    if (focus) bar.focus({ preventScroll: false });
  }

  // ---- the list

  list() {
    const list = make('div', 'plan-list');
    const sorted = [...this.items.values()].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
    if (!sorted.length) list.append(make('p', 'muted', this.data.texts.empty));
    const terms = this.terms();
    const outside = sorted.filter(item => parse(item.from) < this.start || parse(item.from) >= this.end);
    if (outside.length) terms.push({ name: this.data.texts.outside, items: outside });
    for (const term of terms) {
      const begins = term.items ?? sorted.filter(item => parse(item.from) >= term.from && parse(item.from) < term.to);
      if (!begins.length) continue;
      list.append(make('h3', '', term.name));
      const rows = make('ul', 'rows');
      for (const item of begins) {
        const button = make('button', 'plan-item');
        button.type = 'button';
        button.dataset.item = item.id;
        button.dataset.goal = '';
        button.append(make('b', '', item.title), make('span', 'muted', item.words));
        button.append(make('span', item.goals.length ? 'codes' : 'codes none', item.goals.join(', ') || this.data.texts.noGoal));
        button.addEventListener('click', () => this.$server.edit(item.id));
        const row = make('li');
        row.append(button);
        rows.append(row);
      }
      list.append(rows);
    }
    return list;
  }
}

if (!customElements.get('stegen-board')) customElements.define('stegen-board', StegenBoard);
