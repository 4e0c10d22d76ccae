using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Plans;

/// <summary>What becomes of an action once its plan is adopted: readings, days that move, done, dropped, given away. Everything is kept with its instant, so that it can be read as of any day.</summary>
internal sealed partial class PlannedAction
{
    /// <summary>The owner's or a reviewer's reading. A reviewer is somebody else than who does it or leads the plan, and may also look at what is said to be done.</summary>
    public void Report(Plan plan, (Side Side, Rag Rag, string? Because) said, Act act)
    {
        if (said.Side == Side.Owner || DoneAt is null)
        {
            RefuseUnlessOpen(plan);
        }

        plan.RefuseUnlessRunning();
        if (said.Side == Side.Reviewer && (act.By == Owner || act.By == plan.Owner))
        {
            throw new BrokenRuleException("A reviewer's reading comes from somebody who neither does the action nor owns the plan");
        }

        var because = Stated.OrRefused(said.Because, Stated.Text, "Say why: what has happened since the last reading, and what is next", "Because");
        Words = [.. Words, new(said.Side, said.Rag, because, act.By, act.At, act.Day)];
        Raise(new ActionRead(Id, said.Side == Side.Owner ? "owner" : "reviewer", said.Rag.Word(), because, act.By, act.At));
    }

    public void Move(Plan plan, (DateOnly? Due, string? Because) said, WorkingCalendar office, Act act)
    {
        RefuseUnlessOpen(plan);
        var to = said.Due ?? throw new BrokenRuleException("Enter the new day", nameof(Due));
        if (to < act.Day || to == Due)
        {
            throw new BrokenRuleException(to == Due ? "That is the day it is due already" : "The new day must be today or later", nameof(Due));
        }

        RefuseDayOff(ActionForm.WithinReach(to, Begins), office);
        var because = Stated.OrRefused(said.Because, Stated.Text, "Say why the day moves", "Because");
        Slips = [.. Slips, new(Due, to, because, act.By, act.At, act.Day)];
        Raise(new ActionMoved(Id, Due, to, because, act.By, act.At));
        Due = to;
    }

    public void Finish(Plan plan, string? how, Act act)
    {
        RefuseUnlessOpen(plan);
        DoneText = Stated.OrRefused(how, Stated.Text, "Say what was done and where it can be seen", "How");
        (DoneAt, DoneDay) = (act.At, act.Day);
        Raise(new ActionDone(Id, DoneText, act.By, act.At));
    }

    public void Drop(Plan plan, string? because, Act act)
    {
        RefuseUnlessOpen(plan);
        DroppedBecause = Stated.OrRefused(because, Stated.Text, "Say why it will not be done", "Because");
        DroppedAt = act.At;
        Raise(new ActionDropped(Id, DroppedBecause, act.By, act.At));
    }

    public void GiveTo(Plan plan, (StaffId? Owner, string? Because) said, Act act)
    {
        RefuseUnlessOpen(plan);
        var to = said.Owner ?? throw new BrokenRuleException("Choose who does it from now on", nameof(Owner));
        if (to == Owner)
        {
            throw new BrokenRuleException("That person has it already. Choose somebody else", nameof(Owner));
        }

        var because = Stated.OrRefused(said.Because, Stated.Text, "Say why somebody else does it", "Because");
        Givings = [.. Givings, new(Owner, to, because, act.By, act.At)];
        Raise(new ActionGiven(Id, Owner, to, because, act.By, act.At));
        Owner = to;
    }

    /// <summary>Its days by what was known at that instant.</summary>
    public ActionDates DatesAt(DateTimeOffset at) => new(FirstDue, Slips.FirstOrDefault(s => s.At > at)?.From ?? Due, DoneAt <= at);

    /// <summary>The three readings by what was known at that instant; nothing once it is dropped.</summary>
    public Standing? StandingAt(Plan plan, Movement? movement, Criteria criteria, (DateTimeOffset At, DateOnly Today) asOf)
    {
        if (DroppedAt <= asOf.At)
        {
            return null;
        }

        Finding[] found = [criteria.OfDates(DatesAt(asOf.At), asOf.Today), .. Criteria.OfMovement(movement) is { } moved ? [moved] : Array.Empty<Finding>()];
        var worst = found.Max(f => f.Rag);
        var computed = new Finding(worst, string.Join("; ", found.Where(f => f.Rag == worst).Select(f => f.Because)));
        return new Standing(computed, SaidOfItNow(Side.Owner, asOf.At), SaidOfItNow(Side.Reviewer, asOf.At), asOf.Today) { IsSilent = IsSilent(plan, asOf) };
    }

    // What was said while it was under way says nothing of it once it is done.
    private Word? SaidOfItNow(Side side, DateTimeOffset at) => LastAt(side, at) is { } word && (DoneAt is not { } done || done > at || word.At >= done) ? word : null;

    public Word? LastAt(Side side, DateTimeOffset at) => Words.LastOrDefault(w => w.Side == side && w.At <= at);

    /// <summary>No word of those who do it for longer than the plan promises. A moved day, with its reason, is a word too.</summary>
    private bool IsSilent(Plan plan, (DateTimeOffset At, DateOnly Today) asOf)
    {
        if (plan.AdoptedDay is not { } adopted || plan.AdoptedAt > asOf.At || DoneAt <= asOf.At)
        {
            return false;
        }

        var heard = new[] { adopted, Begins, LastAt(Side.Owner, asOf.At)?.Day ?? adopted, Slips.LastOrDefault(s => s.At <= asOf.At)?.On ?? adopted }.Max();
        return asOf.Today > heard.AddDays(plan.RhythmDays);
    }

    private void RefuseUnlessOpen(Plan plan)
    {
        plan.RefuseUnlessRunning();
        if (IsSettled)
        {
            throw new BrokenRuleException($"This action is settled: it was {(DoneAt is null ? "dropped" : "done")}");
        }
    }
}
