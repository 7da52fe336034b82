// Every test has an object of its own.
using Xunit;

namespace Xunit
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Attribute;
}

namespace Cases.F057
{
    public sealed class QueueTests
    {
        private static int s_port = 9000;
        private readonly List<string> _log = [];

        [Fact]
        public async Task First()
        {
            _log.Add("first");
            s_port++;
            await Task.Yield();
        }

        [Fact]
        public void Second()
        {
            _log.Add("second");
            s_port++;
        }
    }
}
