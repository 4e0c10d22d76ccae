global using EngagementHub.Core;
global using EngagementHub.Core.Data;
global using EngagementHub.Core.Ports;
global using EngagementHub.Core.Recipes;
