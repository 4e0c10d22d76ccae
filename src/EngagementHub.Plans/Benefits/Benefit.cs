namespace EngagementHub.Plans.Benefits;

/// <summary>Something gained, or lost, by a programme: what was forecast and what was verified, which are never added together.</summary>
internal sealed partial class Benefit : Entity
{
    private Benefit(Guid id)
        : base(id)
    {
    }

    public Guid Programme { get; private set; }

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Category { get; private set; } = "";

    public BenefitClass Class { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>The project of the programme that brings it about; empty for the programme itself.</summary>
    public string Project { get; private set; } = "";

    /// <summary>The part of the agreement it counts towards; nothing for none.</summary>
    public string? Part { get; private set; }

    /// <summary>The feature of the service that changes.</summary>
    public string Feature { get; private set; } = "";

    public string Costs { get; private set; } = "";

    public string Activities { get; private set; } = "";

    public StaffId Officer { get; private set; }

    public Guid? Measure { get; private set; }

    /// <summary>How much of what the measure shows this benefit claims, in percent.</summary>
    public int Share { get; private set; }

    public string TargetImprovement { get; private set; } = "";

    /// <summary>In millions; nothing where it is not money.</summary>
    public decimal? FullYearValue { get; private set; }

    /// <summary>How likely it is not to come about, in percent: so much is taken off the forecast.</summary>
    public int Risk { get; private set; }

    public bool IsDisbenefit { get; private set; }

    /// <summary>Whether it is the time that hosting, moderating and answering take, which the hub can count by itself.</summary>
    public bool IsCounted { get; private set; }

    public IReadOnlyList<BenefitYear> Profile { get; private set; } = [];

    public IReadOnlyList<Verification> Verifications { get; private set; } = [];

    public static Benefit Register(Programme programme, BenefitForm form, (int Number, Act Act) how, Guid? id = null)
    {
        var stated = form.Checked(programme);
        var benefit = new Benefit(id ?? Guid.NewGuid())
        {
            Programme = programme.Id,
            Number = how.Number,
            Title = stated.Title!,
            Category = stated.Category!,
            Class = stated.Class!.Value,
            Description = stated.Description!,
            Project = stated.Project!,
            Part = stated.Part,
            Feature = stated.Feature!,
            Costs = stated.Costs!,
            Activities = stated.Activities!,
            Officer = stated.Officer!.Value,
            Measure = stated.Measure,
            Share = stated.Share!.Value,
            TargetImprovement = stated.TargetImprovement!,
            FullYearValue = stated.FullYearValue,
            Risk = stated.Risk!.Value,
            IsDisbenefit = stated.IsDisbenefit,
            IsCounted = stated.IsCounted,
            Profile = stated.Profile,
        };
        benefit.Raise(new BenefitRegistered(benefit.Id, how.Act.By, how.Act.At));
        return benefit;
    }

    public BenefitYear In(int year) => Profile.FirstOrDefault(y => y.Year == year) ?? new BenefitYear(year, 0, 0, 0, 0);

    /// <summary>What is forecast for a year, in millions of that year's money: the gain less its risk, less what it costs to begin and keep going, staff time counted. A dis-benefit counts in full, and against.</summary>
    public decimal ForecastIn(int year, decimal hourlyCost)
    {
        var of = In(year);
        var gain = IsDisbenefit ? -of.Gain : of.Gain * (100 - Risk) / 100;
        return gain - of.UpFront - of.Running - (of.StaffHours * hourlyCost / 1_000_000);
    }

    /// <summary>What was verified for a year, net, by what was known at that instant; nothing before anybody has.</summary>
    public decimal? VerifiedIn(int year, DateTimeOffset asOf) => Verifications.LastOrDefault(v => v.Year == year && v.At <= asOf) is { } last ? IsDisbenefit ? -last.Amount : last.Amount : null;
}

/// <summary>What somebody else than the responsible officer found to have been gained in a year, net, in millions of that year's money. The last one counts; earlier ones stay, with the reason why they were corrected.</summary>
internal sealed record Verification(int Year, decimal Amount, string Evidence, string? Because, StaffId By, DateTimeOffset At);
