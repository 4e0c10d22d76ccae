using EngagementHub.Plans.Model;

namespace EngagementHub.Plans.Plans;

/// <summary>What an action says, as typed or read.</summary>
internal sealed record ActionForm(Guid? Area, string? Title, string? Success, StaffId? Owner, DateOnly? Begins, DateOnly? Due)
{
    private const int FurthestYears = 10;

    public string? Lead { get; init; }

    public string? Element { get; init; }

    public ActionForm Checked(Plan plan)
    {
        var begins = Begins ?? plan.FirstDay;
        var rules = new BrokenRules();
        var stated = this with
        {
            Area = rules.Keep(() => plan.Areas.FirstOrDefault(a => a.Id == Area)?.Id ?? throw new BrokenRuleException("Choose the area it belongs to", nameof(Area))),
            Title = rules.Keep(() => Stated.OrRefused(Title, Stated.Title, "Enter what will be done", nameof(Title))),
            Success = rules.Keep(() => Stated.OrRefused(Success, Stated.Text, "Say what success looks like, so that anybody could check it", nameof(Success))),
            Owner = rules.Keep(() => Owner ?? throw new BrokenRuleException("Choose who does it", nameof(Owner))),
            Lead = rules.Keep(() => Stated.OrEmpty(Lead, Stated.Title, nameof(Lead))),
            Element = rules.Keep(() => string.IsNullOrEmpty(Element) ? null : CapabilityModel.Of(plan.Model).Find(Element)?.Code ?? throw new BrokenRuleException("Choose an element of the capability model, or none", nameof(Element))),
            Begins = rules.Keep(() => begins >= plan.FirstDay && begins <= plan.FirstDay.AddYears(FurthestYears) ? begins : begins > plan.FirstDay ? throw new BrokenRuleException($"An action begins within {FurthestYears} years of its plan", nameof(Begins)) : throw new BrokenRuleException($"The plan begins on {Say.Day(plan.FirstDay)}. An action begins then or later", nameof(Begins))),
            Due = rules.Keep(() => Checked(Due, begins)),
        };
        rules.Refuse();
        return stated;
    }

    private static DateOnly Checked(DateOnly? due, DateOnly begins) =>
        due is not { } day ? throw new BrokenRuleException("Enter the day by which it is done", nameof(Due))
        : day < begins ? throw new BrokenRuleException($"It begins on {Say.Day(begins)}. It is due then or later", nameof(Due))
        : WithinReach(day, begins);

    /// <summary>Refuses a day so far away that nobody who reads it will see it.</summary>
    public static DateOnly WithinReach(DateOnly due, DateOnly begins) =>
        due > begins.AddYears(FurthestYears) ? throw new BrokenRuleException($"An action is due within {FurthestYears} years", nameof(Due)) : due;
}
