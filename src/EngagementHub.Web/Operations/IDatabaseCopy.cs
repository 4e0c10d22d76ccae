using EngagementHub.Core;

namespace EngagementHub.Web.Operations;

/// <summary>Copies one kind of database out while the hub runs, and back in while it does not.</summary>
internal interface IDatabaseCopy
{
    /// <summary>Writes a copy of one instant to a new file. Readers and writers go on.</summary>
    Task<DatabaseState> TakeAsync(string file, CancellationToken cancellation);

    /// <summary>Makes the file the hub's database. What was there before is put aside, not destroyed.</summary>
    /// <param name="file">The copy.</param>
    /// <param name="replace">Whether there may be a database already.</param>
    /// <param name="cancellation">Ends the work early; what was there before stays.</param>
    /// <returns>The state of what was put back, and where the database before it lies now; nothing when there was none.</returns>
    /// <exception cref="BrokenRuleException">There is a database and it may not be replaced, or the hub still runs on it.</exception>
    Task<(DatabaseState State, string? Aside)> PutBackAsync(string file, bool replace, CancellationToken cancellation);
}
