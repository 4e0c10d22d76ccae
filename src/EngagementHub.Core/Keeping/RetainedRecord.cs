using System.Linq.Expressions;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Keeping;

/// <summary>A kind of record and how long it is kept. Registered by the module that owns it; administrators choose the days within its limits.</summary>
/// <remarks>Never one whose number moves within a month of somebody writing a comment: what is due must not tell when an anonymous writer was at work.</remarks>
/// <param name="name">Its name, as in <c>notifications.notices</c>.</param>
/// <param name="title">What it is, in words.</param>
/// <param name="why">Why it is kept that long, in one sentence.</param>
public abstract class RetainedRecord(string name, string title, string why)
{
    /// <summary>No kind can be removed sooner, whatever is chosen.</summary>
    public const int FewestDays = 30;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What it is, in words.</summary>
    public string Title { get; } = title;

    /// <summary>Why it is kept that long.</summary>
    public string Why { get; } = why;

    /// <summary>After how many days it goes unless somebody chooses otherwise; nothing for what is never removed.</summary>
    public int? UsualDays { get; private protected init; }

    /// <summary>The fewest that can be chosen.</summary>
    public int LeastDays { get; private protected init; } = FewestDays;

    /// <summary>Something that no setting removes: the record, or what has an end of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">What it is, in words.</param>
    /// <param name="until">How long it is kept, as in "For good".</param>
    /// <param name="why">Why.</param>
    public static RetainedRecord Fixed(string name, string title, string until, string why) => new Unmoved(name, title, until, why);

    /// <summary>A kind that is removed when it is old.</summary>
    /// <param name="said">Name, title and reason.</param>
    /// <param name="days">The usual number of days and the fewest that can be chosen.</param>
    /// <param name="old">Which are old before that instant.</param>
    public static RetainedRecord Of<T>((string Name, string Title, string Why) said, (int Usual, int Least) days, Func<DateTimeOffset, Expression<Func<T, bool>>> old)
        where T : class => new Removed<T>(said, days, old);

    /// <summary>How long it is kept when nobody chooses, in words.</summary>
    public virtual string Until => "";

    /// <summary>How many are older than that.</summary>
    public abstract Task<int> CountAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Removes them at once, outside any unit of work.</summary>
    /// <returns>How many there were.</returns>
    public abstract Task<int> RemoveAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default);

    private sealed class Unmoved(string name, string title, string until, string why) : RetainedRecord(name, title, why)
    {
        public override string Until => until;

        public override Task<int> CountAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default) => Task.FromResult(0);

        public override Task<int> RemoveAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default) => Task.FromResult(0);
    }

    private sealed class Removed<T> : RetainedRecord
        where T : class
    {
        private readonly Func<DateTimeOffset, Expression<Func<T, bool>>> _old;

        public Removed((string Name, string Title, string Why) said, (int Usual, int Least) days, Func<DateTimeOffset, Expression<Func<T, bool>>> old)
            : base(said.Name, said.Title, said.Why)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(days.Least, FewestDays);
            (UsualDays, LeastDays, _old) = (days.Usual, days.Least, old);
        }

        public override Task<int> CountAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default) => db.Set<T>().CountAsync(_old(before), cancellation);

        public override Task<int> RemoveAsync(HubDb db, DateTimeOffset before, CancellationToken cancellation = default) => db.Set<T>().Where(_old(before)).ExecuteDeleteAsync(cancellation);
    }
}
