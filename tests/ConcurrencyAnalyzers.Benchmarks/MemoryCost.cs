using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>What stays behind in a process that has analysed a project: its trees' facts, and no compilation.</summary>
internal static class MemoryCost
{
    private const double MiB = 1024 * 1024;

    public static void Print(Project project, TextWriter output)
    {
        var trees = project.Load();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var compilation = Analyse(trees);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        var table = new Table("memory: " + project.Name, "", "");
        table.Add("kept for unchanged trees, MiB", ((after - before) / MiB).ToString("0.0"));
        table.Add("compilation still alive", compilation.IsAlive ? "yes" : "no");
        table.Write(output);
        GC.KeepAlive(trees);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Analyse(CSharpCompilation trees)
    {
        var compilation = trees.WithAssemblyName(trees.AssemblyName + "X");
        Session.All(compilation);
        return new(compilation);
    }
}
