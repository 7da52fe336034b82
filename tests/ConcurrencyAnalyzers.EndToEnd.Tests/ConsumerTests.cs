using Tour;

namespace ConcurrencyAnalyzers.EndToEnd;

[Collection(EndToEnd.Name)]
public sealed class ConsumerTests(PackedPackages packed)
{
    private const string LockOnThis = """
        using ConcurrencyAnalyzers;

        [ThreadSafe]
        public class Counter
        {
            private readonly object _gate = new object();
            [GuardedBy(nameof(_gate))] private int _count;

            public int Next()
            {
                lock (_gate)
                {
                    return Increment();
                }
            }

            public int Peek()
            {
                lock (this)
                {
                    return 0;
                }
            }

            [RequiresLock(nameof(_gate))] private int Increment() { return ++_count; }
        }
        """;

    [Fact]
    public async Task A_preset_sets_the_severities_and_a_config_of_the_users_wins()
    {
        Consumer("minimal", "<ConcurrencyAnalyzersPreset>minimal</ConcurrencyAnalyzersPreset>");
        Consumer("standard", "");
        Consumer("audit", "<ConcurrencyAnalyzersPreset>audit</ConcurrencyAnalyzersPreset>");
        Consumer("mistaken", "<ConcurrencyAnalyzersPreset>strict</ConcurrencyAnalyzersPreset>");
        Consumer("overruled", "<ConcurrencyAnalyzersPreset>audit</ConcurrencyAnalyzersPreset>");
        packed.Scratch.Write("presets/overruled/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CONC4001.severity = none\ndotnet_diagnostic.CONC2001.severity = none\n");
        packed.Scratch.Write("presets/audit/ConcurrencyKnowledge.txt", "safe Counter\nsave Primes\n");
        packed.Scratch.Write("presets/audit/more.concurrency.txt", "role none\n");
        var projects = (string[])["minimal", "standard", "audit", "mistaken", "overruled"];
        var folder = Path.Combine(packed.Scratch.Root, "presets");
        packed.Scratch.Write("presets/All.slnx", $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}/{project}.csproj\" />"))}</Solution>");

        var build = await packed.DotNet.ExecuteAsync(folder, ["build", "All.slnx", "-nodeReuse:false"]);

        Assert.True(build.Succeeded, string.Join('\n', build.Output));
        Assert.Equal([("CONC2001", "warning")], Levels("minimal"));
        Assert.Equal([("CONC2001", "warning"), ("CONC4001", "note")], Levels("standard"));
        Assert.Equal([("CONC0002", "warning"), ("CONC2001", "warning"), ("CONC4001", "warning")], Levels("audit"));
        Assert.Equal(Levels("standard"), Levels("mistaken"));
        Assert.Empty(Levels("overruled"));
        Assert.Contains(build.Output, line => line.Contains("warning CONC0001") && line.Contains("'strict'"));

        IEnumerable<(string, string)> Levels(string project) =>
            Finding.ReadLogs(Path.Combine(folder, project, "log")).Select(finding => (finding.Rule, finding.Level)).Distinct().Order();
    }

    // An old language version, because the attributes have to compile there too; the sources are the same for all.
    private void Consumer(string name, string properties)
    {
        packed.Scratch.Write($"presets/{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>7.3</LangVersion>
                <ErrorLog>$(MSBuildProjectDirectory)/log/{name}.sarif,version=2.1</ErrorLog>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ConcurrencyAnalyzers" Version="{packed.Packages.Version("ConcurrencyAnalyzers")}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        Directory.CreateDirectory(Path.Combine(packed.Scratch.Root, "presets", name, "log"));
        packed.Scratch.Write($"presets/{name}/Counter.cs", LockOnThis);
        packed.Scratch.Write($"presets/{name}/Primes.cs", """
            using System.Threading.Tasks;

            public static class Primes
            {
                public static Task<int> CountAsync() { return Task.Run(() => Count(2, 5000000)); }

                private static int Count(int from, int to)
                {
                    var count = 0;
                    for (var candidate = from; candidate < to; candidate++)
                    {
                        var isPrime = true;
                        for (var divisor = 2; (long)divisor * divisor <= candidate && isPrime; divisor++)
                            isPrime = candidate % divisor != 0;
                        if (isPrime)
                            count++;
                    }

                    return count;
                }
            }
            """);
    }
}
