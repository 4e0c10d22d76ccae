namespace EngagementHub.Core.Jobs;

/// <summary>Work that comes due by itself, such as a reminder. Run again and again, on one node at a time, inside a scope with the database at hand; what was done before is not done twice.</summary>
public interface IJob
{
    /// <summary>Its name in the table of jobs, as in <c>blogging.hosting-reminders</c>.</summary>
    string Name { get; }

    /// <summary>How long to wait between two runs.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due at that instant and saves it. A run that was missed is made up for by the next: what is due follows from the record, not from the run.</summary>
    /// <param name="now">The hub's UTC instant.</param>
    /// <param name="cancellation">Set when the hub is asked to stop.</param>
    Task RunAsync(DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>Jobs of one kind, as many as there are things to look after. They run beside each other.</summary>
public interface IJobFamily
{
    /// <summary>The names of those that are due now.</summary>
    Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellation);

    /// <summary>The job of that name; nothing when it is not of this family.</summary>
    IJob? Find(string name);
}
