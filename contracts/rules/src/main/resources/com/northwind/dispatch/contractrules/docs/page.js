const box = document.getElementById('search');
const articles = [...document.querySelectorAll('article')].map(a => [a, a.textContent.toLowerCase()]);
const links = [...document.querySelectorAll('nav a[href^="#"]')];
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = new Set();
  for (const [article, text] of articles) {
    article.hidden = !words.every(word => text.includes(word));
    if (!article.hidden) shown.add('#' + article.id);
  }
  for (const link of links) link.parentElement.hidden = words.length > 0 && !shown.has(link.getAttribute('href'));
  for (const part of document.querySelectorAll('[data-part]')) part.hidden = words.length > 0 && part.dataset.part === 'topics';
  document.getElementById('none').style.display = words.length > 0 && shown.size === 0 ? 'block' : 'none';
});
addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== box) { event.preventDefault(); box.focus(); }
  if (event.key === 'Escape' && document.activeElement === box) { box.value = ''; box.dispatchEvent(new Event('input')); box.blur(); }
});
