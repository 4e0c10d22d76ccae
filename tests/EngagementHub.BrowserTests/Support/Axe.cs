using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Support;

/// <summary>axe-core, run in the page itself: no frame of another site is in it, for which a second page would have to be opened.</summary>
internal static class Axe
{
    private static readonly string Core = new BundledAxeScriptProvider().GetScript();

    // Of what is in order it only says that it is: the lists of every element that passes are longer than the pages.
    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
          if (found.passes.length === 0) throw new Error("axe looked at nothing");
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `two elements have the id ${id}`);
          return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(" | ")}`).concat(twice);
        }
        """;

    /// <summary>What is wrong with the page as it is shown now.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Core);
        }

        return await page.EvaluateAsync<string[]>(Run);
    }
}
