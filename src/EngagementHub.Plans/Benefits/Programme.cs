using EngagementHub.Plans.Plans;

namespace EngagementHub.Plans.Benefits;

/// <summary>A programme that is to gain what was agreed, with its projects and their benefits, and reports to a board each quarter.</summary>
internal sealed class Programme : Entity
{
    private Programme(Guid id)
        : base(id)
    {
    }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public StaffId Owner { get; private set; }

    public Agreement Agreement { get; private set; } = null!;

    /// <summary>What an hour of staff time costs, in pounds.</summary>
    public decimal HourlyCost { get; private set; }

    /// <summary>The financial year in whose money real terms are shown.</summary>
    public int PriceYear { get; private set; }

    public IReadOnlyList<BoardUpdate> Updates { get; private set; } = [];

    public static Programme Begin(ProgrammeForm form, Deflators deflators, Act act, Guid? id = null)
    {
        var stated = form.Checked(deflators);
        var programme = new Programme(id ?? Guid.NewGuid())
        {
            Slug = stated.Slug!,
            Title = stated.Title!,
            Purpose = stated.Purpose!,
            Owner = stated.Owner!.Value,
            Agreement = stated.Agreement,
            HourlyCost = stated.HourlyCost,
            PriceYear = stated.PriceYear,
        };
        programme.Raise(new ProgrammeBegun(programme.Id, act.By, act.At));
        return programme;
    }

    /// <summary>Tells the board how a quarter went. The figures are kept as they were told; a second update of the same quarter is a numbered revision with its reason.</summary>
    public void Report(UpdateForm form, Account account, Act act)
    {
        var rules = new BrokenRules();
        var year = rules.Keep(() => FinancialYear.ReadOrRefuse(form.Year, "Year"));
        var quarter = rules.Keep(() => Over(year, form.Quarter, act.Day));
        var before = Updates.Count(u => u.Year == year && u.Quarter == quarter);
        var performance = rules.Keep(() => Stated.OrRefused(form.Performance, Stated.Text, "Say how the quarter went against the trajectory", "Performance"));
        var milestones = rules.Keep(() => Stated.OrRefused(form.Milestones, Stated.Text, "Say which milestones were reached and which not", "Milestones"));
        var risks = rules.Keep(() => Stated.OrRefused(form.Risks, Stated.Text, "Name the risks and who handles them", "Risks"));
        var because = rules.Keep(() => Because(form.Because, before));
        rules.Refuse();
        var update = new BoardUpdate(year, quarter, before, performance, milestones, risks, because, account.In(year), act.By, act.At);
        Updates = [.. Updates, update];
        Raise(new BoardTold(Id, FinancialYear.QuarterWord(year, quarter), update.Revision, update.Because, act.By, act.At));
    }

    // A year that could not be read is refused already: of it no quarter is over or to come.
    private static int Over(int year, int? said, DateOnly today)
    {
        var quarter = said is >= 1 and <= 4 ? said.Value : throw new BrokenRuleException("Choose the quarter", "Quarter");
        return year > 0 && new DateOnly(year, 4, 1).AddMonths(3 * quarter).AddDays(-1) is var lastDay && today <= lastDay
            ? throw new BrokenRuleException($"That quarter ends on {Say.Day(lastDay)}. Report when it is over", "Quarter")
            : quarter;
    }

    private static string? Because(string? said, int before)
    {
        var because = Stated.OrEmpty(said, Stated.Text, "Because");
        return because.Length > 0 ? because
            : before > 0 ? throw new BrokenRuleException("This quarter was reported already. To correct it, say why: it becomes a numbered revision", "Because")
            : null;
    }
}

/// <summary>A programme as typed or read.</summary>
internal sealed record ProgrammeForm(string? Slug, string? Title, string? Purpose, StaffId? Owner, Agreement Agreement, decimal HourlyCost, int PriceYear)
{
    private const decimal DearestHour = 1000;

    public ProgrammeForm Checked(Deflators deflators)
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Slug = rules.Keep(() => PlanForm.IsSlug(Slug) ? Slug : throw new BrokenRuleException("Enter its address with small letters, digits and hyphens, such as value-for-money", nameof(Slug))),
            Title = rules.Keep(() => Stated.OrRefused(Title, Stated.Title, "Enter the programme's title", nameof(Title))),
            Purpose = rules.Keep(() => Stated.OrRefused(Purpose, Stated.Text, "Say what the programme is for", nameof(Purpose))),
            Agreement = rules.Keep(Agreement.Checked),
            Owner = rules.Keep(() => Owner ?? throw new BrokenRuleException("Choose who answers for the programme", nameof(Owner))),
            HourlyCost = rules.Keep(() => HourlyCost is >= 0 and <= DearestHour ? HourlyCost : throw new BrokenRuleException("Enter what an hour of staff time costs, from 0 to 1,000 pounds", nameof(HourlyCost))),
        };
        if (PriceYear > 0)
        {
            rules.Look(() => deflators.IndexOf(PriceYear));
        }

        rules.Refuse();
        return stated;
    }
}

/// <summary>What the board was told of a quarter, with the figures of that moment.</summary>
internal sealed record BoardUpdate(int Year, int Quarter, int Revision, string Performance, string Milestones, string Risks, string? Because, AccountYear Figures, StaffId By, DateTimeOffset At);

/// <summary>An update as typed.</summary>
internal sealed record UpdateForm(string? Year, int? Quarter, string? Performance, string? Milestones, string? Risks, string? Because = null);
