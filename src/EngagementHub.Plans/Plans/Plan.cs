namespace EngagementHub.Plans.Plans;

internal enum PlanKind
{
    CapabilityActionPlan,
    ImprovementPlan,
    ImplementationPlan,
}

/// <summary>What leaders said they would change, by when and how anybody will see it: drafted, adopted, reviewed, closed.</summary>
internal sealed partial class Plan : Entity
{
    private Plan(Guid id)
        : base(id)
    {
    }

    public string Slug { get; private set; } = "";

    public PlanKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public StaffId Owner { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>How many days may pass without a word before an action is grey.</summary>
    public int RhythmDays { get; private set; }

    /// <summary>How many working days a day may move before that is serious.</summary>
    public int ToleranceDays { get; private set; }

    /// <summary>The edition of the capability model whose elements its actions name.</summary>
    public string Model { get; private set; } = "";

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public StaffId DraftedBy { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? AdoptedAt { get; private set; }

    public DateOnly? AdoptedDay { get; private set; }

    public StaffId? AdoptedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateOnly? ClosedDay { get; private set; }

    public string? ClosedBecause { get; private set; }

    public static Plan Draft(PlanForm form, Act act, Guid? id = null)
    {
        var plan = new Plan(id ?? Guid.NewGuid()) { DraftedBy = act.By, DraftedAt = act.At };
        plan.Take(form.Checked());
        plan.Milestones = [.. Months.Select(m => new Milestone(m, plan.FirstDay.AddMonths(m), plan.FirstDay.AddMonths(m), ""))];
        plan.Raise(new PlanDrafted(plan.Id, act.By, act.At));
        return plan;
    }

    public void Redraft(PlanForm form, Act act)
    {
        if (AdoptedAt is not null)
        {
            throw new BrokenRuleException("This plan is adopted. What it says is corrected by a numbered revision once it is closed; days are moved with a reason");
        }

        var moved = form.FirstDay != FirstDay;
        Take(form.Checked());
        Milestones = moved ? [.. Milestones.Select(m => m with { FirstDay = FirstDay.AddMonths(m.Months), Day = FirstDay.AddMonths(m.Months) })] : Milestones;
        Raise(new PlanRedrafted(Id, act.By, act.At));
    }

    /// <summary>From now on everybody reads it, and nothing in it changes without a reason.</summary>
    public void Adopt(IReadOnlyList<PlannedAction> actions, Act act)
    {
        if (AdoptedAt is not null)
        {
            return;
        }

        Area.RefuseUnlessWeighed(Areas);
        if (Areas.FirstOrDefault(a => !actions.Any(action => action.Area == a.Id)) is { } empty)
        {
            throw new BrokenRuleException($"\"{empty.Title}\" has no action yet. Add one, or take the area out");
        }

        if (Milestones.FirstOrDefault(m => m.Expected.Length == 0) is { } blank)
        {
            throw new BrokenRuleException($"Nothing is written for {blank.Months} months. Say what will be seen then, before anybody knows");
        }

        (AdoptedAt, AdoptedDay, AdoptedBy) = (act.At, act.Day, act.By);
        Raise(new PlanAdopted(Id, act.By, act.At));
    }

    public void Close(string? because, Act act)
    {
        RefuseUnlessRunning();
        ClosedBecause = Stated.OrRefused(because, Stated.Text, "Say why it is closed and what became of what is not done", "Because");
        (ClosedAt, ClosedDay) = (act.At, act.Day);
        Raise(new PlanClosed(Id, ClosedBecause, act.By, act.At));
    }

    public void RefuseUnlessRunning()
    {
        if (AdoptedAt is null || ClosedAt is not null)
        {
            throw new BrokenRuleException(AdoptedAt is null ? "This plan is not adopted yet" : $"This plan was closed on {Say.Day(ClosedDay!.Value)}. What was wrong is corrected by a numbered revision");
        }
    }

    public void RefuseWhenClosed()
    {
        if (ClosedAt is not null)
        {
            RefuseUnlessRunning();
        }
    }

    private void Take(PlanForm form)
    {
        (Slug, Kind, Title, Purpose) = (form.Slug!, form.Kind!.Value, form.Title!, form.Purpose!);
        (Owner, FirstDay, RhythmDays, ToleranceDays, Model) = (form.Owner!.Value, form.FirstDay!.Value, form.RhythmDays!.Value, form.ToleranceDays!.Value, form.Edition!);
        Areas = Area.Read(form.Areas, Areas);
    }
}
