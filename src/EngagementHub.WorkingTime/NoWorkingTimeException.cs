namespace EngagementHub.WorkingTime;

/// <summary>A calendar that never opens, or not again, was asked for working time.</summary>
public sealed class NoWorkingTimeException : InvalidOperationException
{
    /// <summary>Says that the calendar has no working time.</summary>
    public NoWorkingTimeException() : this("The calendar has no working time: give it opening hours on at least one day")
    {
    }

    /// <summary>Says in a sentence where working time is missing.</summary>
    public NoWorkingTimeException(string message) : base(message)
    {
    }

    /// <summary>Says in a sentence where working time is missing, and what led there.</summary>
    public NoWorkingTimeException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
