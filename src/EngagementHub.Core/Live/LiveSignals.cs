using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EngagementHub.Core.Data;

namespace EngagementHub.Core.Live;

/// <summary>Tells whoever listens that something of a topic has changed and is committed. A signal carries nothing: what changed is read from the database, with the rights of the one who reads.</summary>
/// <param name="editions">What is kept for readers ends when something of theirs changes.</param>
/// <param name="unseen">Topics of which no reader's page shows anything.</param>
public sealed class LiveSignals(Editions editions, IEnumerable<UnseenTopic> unseen)
{
    private readonly ConcurrentDictionary<Guid, Ear> _ears = new();
    private readonly HashSet<string> _unseen = [.. unseen.Select(u => u.Topic)];

    /// <summary>Raised for what this process committed, to be passed on to other nodes.</summary>
    internal event Action<string>? Committed;

    /// <summary>Tells listeners here and on other nodes.</summary>
    /// <param name="topic">A few lower-case words, as in <c>moderation</c>.</param>
    public void Raise(string topic)
    {
        RaiseHere(topic);
        Committed?.Invoke(topic);
    }

    /// <summary>Yields once at the start and then after changes of the topic; changes that come while the listener is busy are one.</summary>
    public async IAsyncEnumerable<string> ListenAsync(string topic, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (id, ear) = (Guid.NewGuid(), new Ear(topic));
        _ears[id] = ear;
        try
        {
            do
            {
                yield return topic;
            }
            while (await ear.HearsAsync(cancellation));
        }
        finally
        {
            _ears.TryRemove(id, out _);
        }
    }

    internal void RaiseHere(string topic)
    {
        // Who is told that something changed asks for the page at once, and must not be given the one from before.
        if (!_unseen.Contains(topic))
        {
            editions.ChangeShown();
        }

        foreach (var ear in _ears.Values.Where(e => e.Topic == topic))
        {
            ear.Tell();
        }
    }

    /// <summary>Takes in what another node committed.</summary>
    internal void Hear(string topic)
    {
        if (!editions.Hear(topic))
        {
            RaiseHere(topic);
        }
    }

    /// <summary>Tells other nodes only: here it is known.</summary>
    internal void TellOthers(string topic) => Committed?.Invoke(topic);

    internal void RaiseAllHere()
    {
        editions.ChangeAll();
        editions.ChangeShown();
        foreach (var ear in _ears.Values)
        {
            ear.Tell();
        }
    }

    private sealed record Ear(string Topic)
    {
        private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Tell() => _told.Writer.TryWrite(true);

        public async Task<bool> HearsAsync(CancellationToken cancellation)
        {
            try
            {
                return await _told.Reader.ReadAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}

/// <summary>A topic of which no reader's page shows anything, such as the moderators' queue.</summary>
/// <param name="Topic">The topic.</param>
public sealed record UnseenTopic(string Topic);
