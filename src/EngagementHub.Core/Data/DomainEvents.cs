using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

internal interface IRaised
{
    IDomainEvent Event { get; }

    Task DispatchAsync(IServiceProvider services, CancellationToken cancellation);
}

// Closed generic, not dynamic: the runtime binder cannot see handlers that are internal to a module.
internal sealed class Raised<TEvent>(TEvent happened) : IRaised
    where TEvent : IDomainEvent
{
    public IDomainEvent Event => happened;

    public async Task DispatchAsync(IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>())
        {
            await handler.HandleAsync(happened, cancellation);
        }
    }
}
