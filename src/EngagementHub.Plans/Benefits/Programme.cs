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
        var stated = form.Checked();
        var programme = new Programme(id ?? Guid.NewGuid())
        {
            Slug = stated.Slug!,
            Title = stated.Title!,
            Purpose = stated.Purpose!,
            Owner = stated.Owner!.Value,
            Agreement = stated.Agreement.Checked(),
            HourlyCost = stated.HourlyCost,
            PriceYear = stated.PriceYear,
        };
        _ = deflators.IndexOf(programme.PriceYear);
        programme.Raise(new ProgrammeBegun(programme.Id, act.By, act.At));
        return programme;
    }

    /// <summary>Tells the board how a quarter went. The figures are kept as they were told; a second update of the same quarter is a numbered revision with its reason.</summary>
    public void Report(UpdateForm form, Account account, Act act)
    {
        var year = FinancialYear.ReadOrRefuse(form.Year, "Year");
        var quarter = form.Quarter is >= 1 and <= 4 ? form.Quarter.Value : throw new BrokenRuleException("Choose the quarter", "Quarter");
        var lastDay = new DateOnly(year, 4, 1).AddMonths(3 * quarter).AddDays(-1);
        if (act.Day <= lastDay)
        {
            throw new BrokenRuleException($"That quarter ends on {Say.Day(lastDay)}. Report when it is over", "Quarter");
        }

        var before = Updates.Count(u => u.Year == year && u.Quarter == quarter);
        var because = Stated.OrEmpty(form.Because, Stated.Text, "Because");
        if (before > 0 && because.Length == 0)
        {
            throw new BrokenRuleException("This quarter was reported already. To correct it, say why: it becomes a numbered revision", "Because");
        }

        var update = new BoardUpdate(
            year, quarter, before, Stated.OrRefused(form.Performance, Stated.Text, "Say how the quarter went against the trajectory", "Performance"),
            Stated.OrRefused(form.Milestones, Stated.Text, "Say which milestones were reached and which not", "Milestones"),
            Stated.OrRefused(form.Risks, Stated.Text, "Name the risks and who handles them", "Risks"),
            because.Length == 0 ? null : because, account.In(year), act.By, act.At);
        Updates = [.. Updates, update];
        Raise(new BoardTold(Id, FinancialYear.QuarterWord(year, quarter), update.Revision, update.Because, act.By, act.At));
    }
}

/// <summary>A programme as typed or read.</summary>
internal sealed record ProgrammeForm(string? Slug, string? Title, string? Purpose, StaffId? Owner, Agreement Agreement, decimal HourlyCost, int PriceYear)
{
    private const decimal DearestHour = 1000;

    public ProgrammeForm Checked() => this with
    {
        Slug = PlanForm.IsSlug(Slug) ? Slug : throw new BrokenRuleException("Enter its address with small letters, digits and hyphens, such as value-for-money", nameof(Slug)),
        Title = Stated.OrRefused(Title, Stated.Title, "Enter the programme's title", nameof(Title)),
        Purpose = Stated.OrRefused(Purpose, Stated.Text, "Say what the programme is for", nameof(Purpose)),
        Owner = Owner ?? throw new BrokenRuleException("Choose who answers for the programme", nameof(Owner)),
        HourlyCost = HourlyCost is >= 0 and <= DearestHour ? HourlyCost : throw new BrokenRuleException("Enter what an hour of staff time costs, from 0 to 1,000 pounds", nameof(HourlyCost)),
    };
}

/// <summary>What the board was told of a quarter, with the figures of that moment.</summary>
internal sealed record BoardUpdate(int Year, int Quarter, int Revision, string Performance, string Milestones, string Risks, string? Because, AccountYear Figures, StaffId By, DateTimeOffset At);

/// <summary>An update as typed.</summary>
internal sealed record UpdateForm(string? Year, int? Quarter, string? Performance, string? Milestones, string? Risks, string? Because = null);
