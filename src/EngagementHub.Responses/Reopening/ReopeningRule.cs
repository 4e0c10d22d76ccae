using EngagementHub.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Responses.Reopening;

/// <summary>How many of those who asked must say that an answer does not answer it, before the question reopens. The settings <c>Responses:ReopenFewest</c> and <c>Responses:ReopenOneIn</c>.</summary>
/// <param name="Fewest">At least so many; never under three, so that no count points at a person.</param>
/// <param name="OneIn">And at least one in so many of those who asked.</param>
internal sealed record ReopeningRule(int Fewest = Themes.Theme.FewestToCount, int OneIn = 3)
{
    public string InWords => $"at least {Fewest} people who asked, and at least one in {OneIn} of them";

    public static ReopeningRule Read(IConfiguration settings)
    {
        var rule = new ReopeningRule(settings.GetValue("Responses:ReopenFewest", Themes.Theme.FewestToCount), settings.GetValue("Responses:ReopenOneIn", 3));
        return rule.Fewest < Themes.Theme.FewestToCount ? throw new SettingException("Responses:ReopenFewest", $"use {Themes.Theme.FewestToCount} or more, so that no count points at a person")
            : rule.OneIn < 1 ? throw new SettingException("Responses:ReopenOneIn", "use 1 or more")
            : rule;
    }

    public bool IsReached(int voices, int askers) => voices >= Fewest && voices * OneIn >= askers;
}
