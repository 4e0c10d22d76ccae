namespace EngagementHub.WorkingTime;

/// <summary>What one local day gives to a stretch of time, as a person would work it out.</summary>
/// <param name="Day">The local day; an overnight stretch is told with the day it opens on.</param>
/// <param name="Hours">Its opening hours.</param>
/// <param name="Off">Why nobody works, if the day is a non-working one.</param>
/// <param name="Counted">Working time of the day inside the stretch of time, pauses already taken off.</param>
/// <param name="Paused">Working time of the day that pauses took off.</param>
/// <param name="SoFar">What all days up to this one give together.</param>
public sealed record WorkedDay(DateOnly Day, IReadOnlyList<OpenHours> Hours, NonWorkingDay? Off, TimeSpan Counted, TimeSpan Paused, TimeSpan SoFar);
