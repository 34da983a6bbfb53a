/** What can be counted of a page as it is drawn; runs in the page, so it is handed over as text. */
({
  /** Elements whose words are smaller than 20 px, and controls lower than 60: neither is elder mode. */
  tooSmall() {
    const seen = (selector) =>
      [...document.querySelectorAll(selector)].filter((one) => one.offsetParent && !one.closest('.trap'));
    const words = seen('main *, header *').filter(
      (one) => one.textContent.trim() && Number.parseFloat(getComputedStyle(one).fontSize) < 20,
    );
    const controls = seen(
      'main button, main input:not([type=hidden]), main select, main textarea, header a, header button',
    );
    return [...words, ...controls.filter((one) => !one.closest('.choice') && one.offsetHeight < 60)].map(
      (one) => one.outerHTML,
    );
  },

  shape() {
    const fields = [...document.querySelectorAll('input:not([type=hidden]), textarea, select')];
    const levels = [...document.querySelectorAll('h1, h2, h3')].map((heading) => Number(heading.tagName[1]));
    return {
      wide: document.documentElement.scrollWidth > innerWidth,
      bare: fields.filter((field) => field.labels.length === 0).map((field) => field.outerHTML),
      first: levels[0],
      jumps: levels.some((level, index) => index > 0 && level > levels[index - 1] + 1),
      tops: levels.filter((level) => level === 1).length,
    };
  },

  /** Elements with words of their own whose contrast (WCAG 2) is less than `least`. */
  faint(least) {
    const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const found = channels(getComputedStyle(at).backgroundColor);
        if (found[3] !== 0) return found;
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (!own || element.closest('.trap, .skip, script, option')) return [];
      const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
      const contrast = (a + 0.05) / (b + 0.05);
      return contrast < least ? [`${contrast.toFixed(2)} ${element.outerHTML.slice(0, 80)}`] : [];
    });
  },
});
