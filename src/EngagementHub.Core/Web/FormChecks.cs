using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Core.Web;

/// <summary>Names all the mistakes of a form at once: those that the fields themselves refused, and those that the domain refuses.</summary>
public static class FormChecks
{
    extension(PageModel page)
    {
        /// <summary>Looks at every rule, whatever the fields refused before, and says whether the form can be used as it is.</summary>
        /// <param name="rules">Each throws what is wrong. A rule that changes something does not belong here.</param>
        public bool Accepts(params IReadOnlyList<Action> rules)
        {
            foreach (var rule in rules)
            {
                try
                {
                    rule();
                }
                catch (BrokenRuleException broken)
                {
                    page.ModelState.AddBroken(broken);
                }
            }

            return page.ModelState.IsValid;
        }
    }

    /// <summary>Says each rule beside its field. A field that could not be read has been told so, and no second thing.</summary>
    /// <param name="state">What the form is told.</param>
    /// <param name="broken">What was broken.</param>
    public static void AddBroken(this ModelStateDictionary state, BrokenRuleException broken)
    {
        foreach (var rule in broken.All.Where(r => r.Field is not { } field || !state.TryGetValue(field, out var entry) || entry.Errors.Count == 0))
        {
            state.AddModelError(rule.Field ?? "", rule.Message);
        }
    }
}
