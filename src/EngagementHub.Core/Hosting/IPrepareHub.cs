namespace EngagementHub.Core.Hosting;

/// <summary>Work before the first request, once the schema is there. Must be quick when there is nothing to do.</summary>
public interface IPrepareHub
{
    /// <summary>Does it; a failure stops the start.</summary>
    Task PrepareAsync(Action<string> progress, CancellationToken cancellation);
}
