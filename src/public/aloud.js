/** Reads the page aloud where the browser can; the pages do without it. */
(() => {
  const button = document.getElementById('aloud');
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const begin = button.textContent;
  const show = (on) => {
    button.textContent = on ? button.dataset.stop : begin;
    button.setAttribute('aria-pressed', String(on));
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (speech.speaking) {
      speech.cancel();
      return show(false);
    }
    const words = new SpeechSynthesisUtterance(document.getElementById('main').innerText);
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    words.onend = () => show(false);
    speech.speak(words);
    show(true);
  });
  addEventListener('pagehide', () => speech.cancel());
})();
