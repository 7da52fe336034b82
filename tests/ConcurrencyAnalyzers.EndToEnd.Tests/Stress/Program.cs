using System.Reflection;

// Runs the program of the given name, at most as many rounds as given. The exit code is 0 when its invariant held in each.
var program = Assembly.GetExecutingAssembly().GetType("Stress." + args[0]) ?? throw new ArgumentException("no program " + args[0]);
Stress.Rounds.AtMost = int.Parse(args[1]);
return (int)program.GetMethod("Run")!.Invoke(null, null)!;
