using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EngagementHub.Tests.Hardening;

/// <summary>Hears every statement on its way to the database, and keeps those in which stand words that only a sender can have brought. Values belong into parameters, whatever they say.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly IReadOnlyList<string> _words;
    private readonly ConcurrentQueue<string> _found = [];
    private readonly ConcurrentQueue<IDisposable> _heard = [];
    private int _count;

    public Statements(params IReadOnlyList<string> words)
    {
        _words = words;
        _heard.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IEnumerable<string> FoundIn => _found.Distinct();

    public int Heard => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _heard.Enqueue(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command.CommandText: var statement })
        {
            Interlocked.Increment(ref _count);
            if (_words.Any(word => statement.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                _found.Enqueue(statement);
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _heard)
        {
            subscription.Dispose();
        }
    }
}
