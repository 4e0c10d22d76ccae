using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.Extensions.Options;

namespace EngagementHub.Responses;

/// <summary>Who asks, when, and what that person may do in a scope now.</summary>
internal sealed class ScopeDesk(IResponseScopes scopes, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub)
{
    public StaffId Me => staff.Id;

    /// <summary>Whether somebody known asks, and the page is not one that is kept for every reader.</summary>
    public bool IsSomebody => !staff.IsAnyReader && staff.IdOrNone is not null;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public string Zone => hub.Value.Zone;

    /// <summary>Who reads what is published.</summary>
    public string ReadersInWords => hub.Value.Reading == "Anyone" ? "Everybody who reaches this site, signed in or not" : "Everybody who can sign in";

    public DateOnly DayOf(DateTimeOffset instant) => instant.DayIn(hub.Value.Zone);

    public Task<ResponseScope?> FindAsync(SubjectRef scope) => scopes.FindAsync(scope);

    public async Task<bool> MaySortAsync(SubjectRef scope) => IsSomebody && staff.IdOrNone is { } me && await scopes.MaySortAsync(scope, me, Now);

    public async Task<bool> MayAnswerAsync(SubjectRef scope) => IsSomebody && staff.IdOrNone is { } me && await scopes.MayAnswerAsync(scope, me, Now);

    /// <summary>The owner settles a promise, or who holds the pen of its scope, or whoever may settle those of others.</summary>
    public async Task<bool> MaySettleAsync(Promises.Promise promise) => staff.IdOrNone is { } me
        && (me == promise.Owner || await staff.MayAsync(ResponsesModule.SettlePromises) || await scopes.MaySortAsync(promise.Scope, me, Now));
}
