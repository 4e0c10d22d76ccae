using EngagementHub.Core.Jobs;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Sessions;

/// <summary>Who left is signed out everywhere in the same save.</summary>
internal sealed class SignOutWhoLeft(HubDb db) : IHandle<StaffLeft>
{
    public async Task HandleAsync(StaffLeft happened, CancellationToken cancellation) =>
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.Person == happened.Person).ToListAsync(cancellation));
}

/// <summary>An administrator signed somebody out everywhere.</summary>
internal sealed record SessionsEnded(StaffId Person, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.sessions.ended", new SubjectRef("identity.staff", Person.Value));
}

/// <summary>Takes away sessions whose last day is over, and sign-out notices of the provider that can no longer be played again.</summary>
internal sealed class ForgetSessions(HubDb db, SessionClock clock) : IJob
{
    public string Name => "identity.forget-sessions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, instant) = (clock.Today, clock.Now);
        await db.Sessions.Where(s => s.EndsOn < today).ExecuteDeleteAsync(cancellation);
        await db.Set<SignOutNotice>().Where(n => n.GoodUntil < instant).ExecuteDeleteAsync(cancellation);
    }
}
