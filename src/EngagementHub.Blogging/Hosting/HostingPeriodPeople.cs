using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>Who helps the host: the stand-in, and the colleagues who answer too.</summary>
internal sealed partial class HostingPeriod
{
    /// <summary>Names who posts and answers when the host cannot, names somebody else, or nobody any more.</summary>
    public void StandInIs(StaffId? person, StaffId by, DateTimeOffset at, DateOnly today)
    {
        if (DeclinedAt is not null || WithdrawnAt is not null || today > LastDay)
        {
            throw new BrokenRuleException(IsAgreed ? $"This period ended on {Say.Day(LastDay)}, so nobody stands in any more" : "This invitation has ended, so nobody stands in");
        }

        Invitation.RefuseStandIn(person, Host);
        if (person != StandIn)
        {
            Raise(new StandInChanged(Id, StandIn, person, by, at));
            StandIn = person;
        }
    }

    /// <summary>Lets a colleague answer beside the host, or changes the title under which they sign.</summary>
    public void Name(CoResponder responder, StaffId by, DateTimeOffset at, DateOnly today, DateOnly windsDownUntil)
    {
        RequireAnswering(today, windsDownUntil);
        if (responder.Person == Host)
        {
            throw new BrokenRuleException("The host answers anyway. Choose somebody else", "Person");
        }

        var named = responder.Checked();
        if (!CoResponders.Contains(named))
        {
            CoResponders = [.. CoResponders.Where(c => c.Person != named.Person), named];
            Raise(new CoResponderNamed(Id, named.Person, by, at, named.Title));
        }
    }

    public void Release(StaffId coResponder, StaffId by, DateTimeOffset at, DateOnly today, DateOnly windsDownUntil)
    {
        RequireAnswering(today, windsDownUntil);
        if (CoResponders.FirstOrDefault(c => c.Person == coResponder) is { } named)
        {
            CoResponders = [.. CoResponders.Where(c => c != named)];
            Raise(new CoResponderReleased(Id, named.Person, by, at, named.Title));
        }
    }

    private void RequireAnswering(DateOnly today, DateOnly windsDownUntil)
    {
        if (!StandingOn(today, windsDownUntil).IsAnswered())
        {
            throw new BrokenRuleException(IsAgreed
                ? $"The questions of this period were answered until {Say.Day(windsDownUntil)}, so who answers can no longer change"
                : "Only in an accepted period can colleagues answer too");
        }
    }
}
