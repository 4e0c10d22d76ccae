namespace EngagementHub.Core.Ports;

/// <summary>A command of the host's executable, such as <c>import-tickets</c>. Runs inside a scope with the database at hand.</summary>
public interface IHostCommand
{
    /// <summary>The word that names it.</summary>
    string Name { get; }

    /// <summary>Its arguments, as in <c>FILE --mapping NAME</c>.</summary>
    string Usage { get; }

    /// <summary>One line: what it does.</summary>
    string Description { get; }

    /// <summary>Whether the database is brought to this version before the command runs. A backup must find it as it is, a restore may find none.</summary>
    bool NeedsSchema => true;

    /// <summary>Does it.</summary>
    /// <param name="arguments">What stands after the name.</param>
    /// <param name="output">Results, for people and scripts.</param>
    /// <param name="errors">Progress and errors.</param>
    /// <param name="cancellation">Set when the process is asked to stop.</param>
    /// <returns>0 done; 1 done with findings or refused content; 2 wrong use.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation);
}
