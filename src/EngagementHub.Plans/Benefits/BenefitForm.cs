namespace EngagementHub.Plans.Benefits;

/// <summary>The classes of the Green Book's register.</summary>
internal enum BenefitClass
{
    CashReleasing,
    NonCash,
    Quantitative,
    Qualitative,
}

/// <summary>The register's fields, as typed or read.</summary>
internal sealed record BenefitForm(string? Title, string? Category, BenefitClass? Class, string? Description, StaffId? Officer)
{
    public string? Project { get; init; }

    public string? Part { get; init; }

    public string? Feature { get; init; }

    public string? Costs { get; init; }

    public string? Activities { get; init; }

    public string? TargetImprovement { get; init; }

    public decimal? FullYearValue { get; init; }

    public Guid? Measure { get; init; }

    public int? Share { get; init; }

    public int? Risk { get; init; }

    public bool IsDisbenefit { get; init; }

    public bool IsCounted { get; init; }

    public IReadOnlyList<BenefitYear> Profile { get; init; } = [];

    public BenefitForm Checked(Programme programme)
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Title = rules.Keep(() => Stated.OrRefused(Title, Stated.Title, "Enter what is gained", nameof(Title))),
            Category = rules.Keep(() => Stated.OrRefused(Category, Stated.Title, "Enter the category, such as procurement", nameof(Category))),
            Class = rules.Keep(() => Class is { } known && Enum.IsDefined(known) ? known : throw new BrokenRuleException("Choose the class: cash-releasing, non-cash, quantitative or qualitative", nameof(Class))),
            Description = rules.Keep(() => Stated.OrRefused(Description, Stated.Text, "Describe the benefit", nameof(Description))),
            Officer = rules.Keep(() => Officer ?? throw new BrokenRuleException("Choose the responsible officer", nameof(Officer))),
            Project = rules.Keep(() => Stated.OrEmpty(Project, Stated.Title, nameof(Project))),
            Part = rules.Keep(() => string.IsNullOrWhiteSpace(Part) ? null : programme.Agreement.Parts.FirstOrDefault(p => p.Name == Part.Trim())?.Name ?? throw new BrokenRuleException("Choose a part of the agreement, or none", nameof(Part))),
            Feature = rules.Keep(() => Stated.OrEmpty(Feature, Stated.Text, nameof(Feature))),
            Costs = rules.Keep(() => Stated.OrEmpty(Costs, Stated.Text, nameof(Costs))),
            Activities = rules.Keep(() => Stated.OrRefused(Activities, Stated.Text, "Say what will be done to bring it about", nameof(Activities))),
            TargetImprovement = rules.Keep(() => Stated.OrRefused(TargetImprovement, Stated.Text, "Say what improves, and by how much", nameof(TargetImprovement))),
            FullYearValue = rules.Keep(() => FullYearValue switch
            {
                < 0 => throw new BrokenRuleException("A gain is not negative. Record a loss as a dis-benefit, with its own line", nameof(FullYearValue)),
                0 => throw new BrokenRuleException("A benefit worth nothing in a full year claims nothing. Leave the value empty where it is not money", nameof(FullYearValue)),
                _ => FullYearValue,
            }),
            Share = rules.Keep(() => Share is null or (>= 1 and <= 100) ? Share ?? 100 : throw new BrokenRuleException("Enter from 1 to 100% of what the measure shows", nameof(Share))),
            Risk = rules.Keep(() => Risk is null or (>= 0 and <= 99) ? Risk ?? 0 : throw new BrokenRuleException("Enter a risk from 0 to 99%", nameof(Risk))),
            IsCounted = rules.Keep(() => IsCounted && !IsDisbenefit ? throw new BrokenRuleException("Time that staff spend is a dis-benefit. Say so too, or leave it uncounted", nameof(IsCounted)) : IsCounted),
            Profile = rules.Keep(() => BenefitYear.Checked(Profile)),
        };
        rules.Refuse();
        return stated;
    }
}

/// <summary>One year of a benefit, in millions of that year's money: what is gained before anything is taken off, what it costs to begin and to keep going, and the hours staff spend on it.</summary>
internal sealed record BenefitYear(int Year, decimal Gain, decimal UpFront, decimal Running, int StaffHours)
{
    public static IReadOnlyList<BenefitYear> Checked(IReadOnlyList<BenefitYear> profile)
    {
        if (profile.GroupBy(y => y.Year).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new BrokenRuleException($"{FinancialYear.Word(twice.Key)} stands there twice", nameof(BenefitForm.Profile));
        }

        return profile.FirstOrDefault(y => y.Gain < 0 || y.UpFront < 0 || y.Running < 0 || y.StaffHours < 0) is { } negative
            ? throw new BrokenRuleException($"{FinancialYear.Word(negative.Year)} has a number below zero. Record a loss as a dis-benefit, with its own line", nameof(BenefitForm.Profile))
            : [.. profile.OrderBy(y => y.Year)];
    }

    /// <summary>Reads years as they are typed: one a line, as in "2008-09: gain 12.5, up front 3, running 0.4, hours 1200".</summary>
    public static IReadOnlyList<BenefitYear> Read(string? typed) => [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];

    public static string Write(IEnumerable<BenefitYear> profile) => string.Join('\n', profile.Select(y => FormattableString.Invariant($"{FinancialYear.Word(y.Year)}: gain {y.Gain:0.###}, up front {y.UpFront:0.###}, running {y.Running:0.###}, hours {y.StaffHours}")));

    private const decimal Largest = 1_000_000;

    private static BenefitYear Line(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || FinancialYear.Read(line[..colon]) is not { } year)
        {
            throw new BrokenRuleException($"\"{line}\" does not begin with a year. Write it as 2008-09: gain 12.5, up front 3, running 0.4, hours 1200", nameof(BenefitForm.Profile));
        }

        var said = line[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Amount).ToLookup(a => a.Word, a => a.Number, StringComparer.OrdinalIgnoreCase);
        return said.Select(a => a.Key).Except(["gain", "up front", "running", "hours"], StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown
            ? throw new BrokenRuleException($"\"{unknown}\" in {FinancialYear.Word(year)} is not known. Use gain, up front, running and hours", nameof(BenefitForm.Profile))
            : said.FirstOrDefault(a => a.Count() > 1) is { } twice ? throw new BrokenRuleException($"\"{twice.Key}\" stands twice in {FinancialYear.Word(year)}. Write it once", nameof(BenefitForm.Profile))
            : new BenefitYear(year, said["gain"].Sum(), said["up front"].Sum(), said["running"].Sum(), (int)said["hours"].Sum());
    }

    private static (string Word, decimal Number) Amount(string part)
    {
        var space = part.LastIndexOf(' ');
        return space > 0 && decimal.TryParse(part.AsSpan(space + 1), System.Globalization.NumberStyles.Number, Say.English, out var number)
            ? Math.Abs(number) <= Largest ? (part[..space].Trim(), number) : throw new BrokenRuleException($"\"{part}\" is too much. Write millions, up to 1,000,000, as in gain 12.5", nameof(BenefitForm.Profile))
            : throw new BrokenRuleException($"\"{part}\" is no amount. Write it as gain 12.5", nameof(BenefitForm.Profile));
    }
}
