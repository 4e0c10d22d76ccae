using System.Text.RegularExpressions;
using EngagementHub.Plans.Model;

namespace EngagementHub.Plans.Plans;

/// <summary>What a plan says of itself, as typed or read.</summary>
internal sealed partial record PlanForm(string? Slug, PlanKind? Kind, string? Title, string? Purpose, StaffId? Owner, DateOnly? FirstDay, string? Areas)
{
    public int? RhythmDays { get; init; } = 30;

    public int? ToleranceDays { get; init; } = 10;

    public string? Edition { get; init; } = CapabilityModel.Newest.Edition;

    public PlanForm Checked()
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Kind = rules.Keep(() => Kind is { } kind && Enum.IsDefined(kind) ? kind : throw new BrokenRuleException("Choose what kind of plan it is", nameof(Kind))),
            Title = rules.Keep(() => Stated.OrRefused(Title, Stated.Title, "Enter the plan's title", nameof(Title))),
            Slug = rules.Keep(() => IsSlug(Slug) ? Slug : throw new BrokenRuleException("Enter its address with small letters, digits and hyphens, such as hr-improvement", "Address")),
            Purpose = rules.Keep(() => Stated.OrRefused(Purpose, Stated.Text, "Say what the plan is for", nameof(Purpose))),
            Owner = rules.Keep(() => Owner ?? throw new BrokenRuleException("Choose whose plan it is", nameof(Owner))),
            FirstDay = rules.Keep(() => FirstDay is null ? throw new BrokenRuleException("Enter the day it begins", nameof(FirstDay))
                : FirstDay.Value.Year is >= 1990 and <= 2100 ? FirstDay : throw new BrokenRuleException("A plan begins in a year from 1990 to 2100", nameof(FirstDay))),
            RhythmDays = rules.Keep(() => RhythmDays is >= 7 and <= 366 ? RhythmDays : throw new BrokenRuleException("Enter a rhythm from 7 to 366 days", nameof(RhythmDays))),
            ToleranceDays = rules.Keep(() => ToleranceDays is >= 0 and <= 60 ? ToleranceDays : throw new BrokenRuleException("Enter a tolerance from 0 to 60 working days", nameof(ToleranceDays))),
            Edition = rules.Keep(() => CapabilityModel.All.Any(m => m.Edition == Edition) ? Edition : throw new BrokenRuleException("Choose an edition of the capability model", nameof(Edition))),
        };
        rules.Refuse();
        return stated;
    }

    public static bool IsSlug(string? typed) => typed?.Length <= 80 && SlugShape().IsMatch(typed);

    // "draft" and "model" are pages of their own.
    [GeneratedRegex("^(?!(?:draft|begin|model|deflators|actions|measures|feed)$)[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex SlugShape();
}
