// Functions run side by side; only the static outlives a call.
using Microsoft.Azure.Functions.Worker;

namespace Microsoft.Azure.Functions.Worker
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute(string name) : Attribute
    {
        public string Name => name;
    }
}

namespace Cases.F029
{
    public sealed class ResizeFunctions
    {
        private static readonly List<string> s_done = [];
        private int _count;

        [Function("Resize")]
        public int Resize(string blob)
        {
            s_done.Add(blob); // expect: RACE
            return ++_count;
        }
    }
}
