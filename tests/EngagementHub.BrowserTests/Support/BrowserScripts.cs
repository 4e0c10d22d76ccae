namespace EngagementHub.BrowserTests.Support;

/// <summary>What is asked of the page itself.</summary>
internal static class BrowserScripts
{
    /// <summary>Sets the spacing of WCAG 1.4.12 on everything and lists what is clipped then.</summary>
    public const string ClippedWithWiderSpacing = """
        () => {
          for (const e of document.querySelectorAll('body, body *')) {
            for (const [name, value] of [['line-height', '1.5'], ['letter-spacing', '0.12em'], ['word-spacing', '0.16em']]) {
              e.style.setProperty(name, value, 'important');
            }
            if (e.matches('p')) e.style.setProperty('margin-bottom', '2em', 'important');
          }
          const cuts = e => {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            const hides = ['hidden', 'clip'].some(v => v === style.overflowX || v === style.overflowY);
            return hides && box.width > 2 && box.height > 2 && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
          };
          const root = document.documentElement;
          const sideways = root.scrollWidth > root.clientWidth ? [`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`] : [];
          return sideways.concat([...document.querySelectorAll('body *')].filter(cuts).map(e => e.outerHTML.slice(0, 200)));
        }
        """;

    /// <summary>The label of what has the focus, and what is wrong with how it shows; nothing for all well.</summary>
    public const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return ['(nothing)', ''];
          const label = (e.labels?.[0] ?? e).textContent.trim().replace(/\s+/g, ' ') || e.getAttribute('aria-label') || e.tagName;
          const marks = style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          const drawn = e.matches('input[type=radio], input[type=checkbox]') && e.labels?.[0] ? getComputedStyle(e.labels[0], '::before') : getComputedStyle(e);
          if (!marks(drawn)) return [label, 'nothing shows that it has the focus'];
          const box = [...e.getClientRects()][0];
          if (!box || box.width < 2 || box.height < 2) return [label, 'it is not seen while it has the focus'];
          if (box.bottom <= 0 || box.top >= innerHeight) return [label, 'it is outside the window'];
          const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
          const top = document.elementFromPoint(x, y);
          const own = top && (e.contains(top) || top.contains(e) || e.labels?.[0]?.contains(top));
          return [label, own ? '' : `it is covered by ${top?.outerHTML.slice(0, 100)}`];
        }
        """;
}
