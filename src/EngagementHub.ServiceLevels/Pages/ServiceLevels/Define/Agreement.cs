using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>That the words of a promise and the fields of its form say the same.</summary>
internal static class Agreement
{
    /// <exception cref="BrokenRuleException">They differ; it says what each of them says.</exception>
    public static void Check(string? words, string field, Measure measure, Step step)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        step.Check(measure);
        var said = PromiseWords.Parse(words, field);
        if ((said.Measure, said.Step) != (measure, step))
        {
            throw new BrokenRuleException($"The words say \"{said.InWords}\" and the fields say \"{step.InWords(measure)}\": change one of them so that both say the same", field);
        }
    }
}
