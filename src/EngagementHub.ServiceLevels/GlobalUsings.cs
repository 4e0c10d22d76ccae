global using EngagementHub.Core;
global using EngagementHub.Core.Data;
global using EngagementHub.Core.Ports;
global using EngagementHub.Core.Recipes;
global using EngagementHub.Core.Time;
global using EngagementHub.WorkingTime;
